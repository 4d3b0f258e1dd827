//! How far services are from a place: as the bird flies, on a ball.

use uuid::Uuid;

use super::entity::service_place::{self, Column as P};
use super::hidden;
use crate::store::prelude::*;

/// The mean radius of the earth, in meters.
const RADIUS: f64 = 6_371_008.8;

/// A place, and how far from it is near.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::directory) struct Near {
    /// Degrees.
    pub latitude: f64,
    /// Degrees.
    pub longitude: f64,
    /// At most a quarter of the way around.
    pub meters: f64,
}

/// A place on a ball of radius one.
pub(in crate::directory) fn point(latitude: f64, longitude: f64) -> [f64; 3] {
    let (up, around) = (latitude.to_radians(), longitude.to_radians());
    [up.cos() * around.cos(), up.cos() * around.sin(), up.sin()]
}

/// The way on the ball between two places, of the square of the straight way through it.
pub(in crate::directory) fn meters(chord: f64) -> f64 {
    2.0 * RADIUS * (chord.max(0.0).sqrt() / 2.0).min(1.0).asin()
}

/// The other way around.
fn chord(meters: f64) -> f64 {
    let straight = 2.0 * (meters / RADIUS / 2.0).sin();
    straight * straight
}

impl Near {
    /// The services of `org` that are near, each with its nearest location: `service_id` and
    /// `chord`, the square of the straight way through the ball of radius one, which grows with
    /// the way on it and which either database can tell.
    pub(in crate::directory) fn within(&self, org: Uuid) -> SelectStatement {
        let [x, y, z] = point(self.latitude, self.longitude);
        let square = |column: P, at: f64| {
            let way = || Expr::col(column).sub(at);
            way().mul(way())
        };
        let far = square(P::X, x).add(square(P::Y, y)).add(square(P::Z, z));
        let up = (self.meters / RADIUS).to_degrees();
        let mut query = Query::select();
        query
            .column(P::ServiceId)
            .expr_as(Func::min(far.clone()), "chord")
            .from(service_place::Entity)
            .and_where(P::OrgId.eq(org))
            .and_where(P::Latitude.between(self.latitude - up, self.latitude + up))
            .and_where(far.lte(chord(self.meters)))
            .and_where(P::ServiceId.not_in_subquery(hidden()))
            .group_by_col(P::ServiceId);
        if let Some(aside) = self.aside() {
            let (from, to) = (self.longitude - aside, self.longitude + aside);
            query.and_where(P::Longitude.between(from, to));
        }
        query
    }

    /// How many degrees of longitude are near; none where the poles or the date line are.
    fn aside(&self) -> Option<f64> {
        let way = (self.meters / RADIUS).sin();
        let aside = (way / self.latitude.to_radians().cos()).asin().to_degrees();
        (aside.is_finite() && self.longitude.abs() + aside < 180.0).then_some(aside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(a: (f64, f64), b: (f64, f64)) -> f64 {
        let (a, b) = (point(a.0, a.1), point(b.0, b.1));
        meters(a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum())
    }

    #[test]
    fn ways_on_the_ball_are_what_maps_tell() {
        let (austin, dallas) = ((30.2672, -97.7431), (32.7767, -96.7970));
        let kilometers = way(austin, dallas) / 1e3;
        assert!((292.0..=294.0).contains(&kilometers), "{kilometers}");
        assert!(way(austin, austin) < 1.0);
        let around = way((0.0, 0.0), (0.0, 180.0)) / 1e3;
        assert!((20_015.0..=20_016.0).contains(&around), "{around}");
    }

    #[test]
    fn what_is_near_is_in_the_box() {
        let near = |latitude, longitude| Near {
            latitude,
            longitude,
            meters: 100e3,
        };
        let aside = near(60.0, 0.0).aside().unwrap();
        assert!(way((60.0, 0.0), (60.0, aside)) >= 99_990.0);
        assert_eq!(
            near(89.9, 0.0).aside(),
            None,
            "around the pole all longitudes are near"
        );
        assert_eq!(near(52.0, 179.9).aside(), None, "the date line is crossed");
        assert!((meters(chord(100e3)) - 100e3).abs() < 0.001);
    }
}
