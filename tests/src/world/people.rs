//! Those who ask.

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Query};
use serde_json::json;
use server::access::{Locale, Role};
use server::accounts::users::{NewUser, create_user, organization_named};
use uuid::Uuid;

use super::World;

/// The password of everybody.
pub const PASSWORD: &str = "mossy stones under the brook";

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Persona {
    /// The row.
    pub id: Uuid,
    /// The opaque id.
    pub opaque: String,
    /// The name.
    pub name: String,
    /// The access token. It ends after ten minutes of the world's clock: [`World::again`].
    pub token: String,
}

impl World {
    /// Somebody of the organisation Meadow, signed in.
    pub async fn person(&self, name: &str, roles: &[Role]) -> Persona {
        self.person_of("Meadow", name, roles).await
    }

    /// Somebody of an organisation, signed in. Names are unique in a world.
    pub async fn person_of(&self, organization: &str, name: &str, roles: &[Role]) -> Persona {
        let org = organization_named(&self.app, organization).await.unwrap();
        let new = NewUser {
            org,
            email: address(name),
            name: name.to_owned(),
            roles: roles.to_vec(),
            locale: Locale::En,
            password_hash: self.app.passwords().hash(PASSWORD).await.unwrap(),
        };
        let id = create_user(&self.app, new, Uuid::from_u128(1))
            .await
            .unwrap();
        let opaque =
            server::graphql::id::id_of(&self.app, server::graphql::Kind::User, id).unwrap();
        Persona {
            id,
            opaque,
            name: name.to_owned(),
            token: self.sign_in(name).await,
        }
    }

    /// The same person with a fresh token, after the clock has moved.
    pub async fn again(&self, who: &Persona) -> Persona {
        Persona {
            token: self.sign_in(&who.name).await,
            ..who.clone()
        }
    }

    async fn sign_in(&self, name: &str) -> String {
        let body = json!({ "login": address(name), "password": PASSWORD, "mode": "token" });
        let request = self
            .client()
            .post(format!("{}/auth/sign-in", self.base))
            .header("x-trellis", "1")
            .json(&body);
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200, "sign-in of {name}");
        response.json::<serde_json::Value>().await.unwrap()["accessToken"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Lets one supervise another. There is no act for it yet: organisations are set up by their operator.
    pub async fn supervises(&self, supervisor: &Persona, user: &Persona) {
        let db = self.sql().await;
        let row = Query::insert()
            .into_table(Alias::new("supervision"))
            .columns(["supervisor_id", "user_id", "since"].map(Alias::new))
            .values_panic([
                supervisor.id.into(),
                user.id.into(),
                self.clock.now().into(),
            ])
            .take();
        db.execute(&row).await.unwrap();
        db.close().await.unwrap();
    }
}

impl World {
    /// Ends that.
    pub async fn supervises_no_more(&self, supervisor: &Persona, user: &Persona) {
        let db = self.sql().await;
        let row = Query::delete()
            .from_table(Alias::new("supervision"))
            .and_where(Expr::col("supervisor_id").eq(supervisor.id))
            .and_where(Expr::col("user_id").eq(user.id))
            .take();
        db.execute(&row).await.unwrap();
        db.close().await.unwrap();
    }
}

/// What somebody signs in with.
pub fn address(name: &str) -> String {
    format!("{}@meadow.example", name.to_lowercase().replace(' ', "-"))
}
