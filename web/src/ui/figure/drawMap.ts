/** The one module that knows the shapes of the states; it is loaded when a map is shown. */
import { geo, plot, text } from '@observablehq/plot';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'us-atlas/states-albers-10m.json';
import { squares } from './squares';
import type { MapPlace } from './types';

interface DrawMapOptions {
  places: readonly MapPlace[];
  patterns: string;
  /** In CSS pixels; the height follows. */
  width: number;
}

interface Shape {
  key: string;
  geometry: GeoJSON.Geometry;
  /** Where its number stands, in the atlas's own points: beside the square, if there is one. */
  label: readonly [number, number] | undefined;
  side: 'middle' | 'start';
}

/** The atlas's own points: 975 by 610, and a strip below it for the territories. */
const whole: GeoJSON.MultiPoint = {
  type: 'MultiPoint',
  coordinates: [
    [0, 0],
    [975, 690],
  ],
};

const topology = atlas as unknown as Topology<{ states: GeometryCollection<{ name: string }> }>;

/** Draws the map. Colours are variables of the page, so that the scheme may change. */
export function drawMap({ places, patterns, width }: DrawMapOptions): SVGSVGElement {
  const shapes = shapesFor(places);
  const of = new Map(places.map((place) => [place.key, place]));
  const roomy = width >= 520;
  const svg = plot({
    width,
    height: Math.round((width * 690) / 975),
    margin: 0,
    projection: { type: 'identity', domain: whole },
    marks: [
      geo(shapes, {
        geometry: 'geometry',
        fill: ({ key }: Shape) => `url(#${patterns}-${of.get(key)?.level ?? 'unknown'})`,
        title: ({ key }: Shape) => of.get(key)?.title ?? key,
      }),
      ...(['middle', 'start'] as const).map((side) =>
        text(
          shapes.filter((shape) => shape.side === side && (roomy || side === 'start')),
          {
            x: ({ label }: Shape) => label?.[0],
            y: ({ label }: Shape) => label?.[1],
            text: ({ key }: Shape) => said(of.get(key), key),
            textAnchor: side,
            fill: 'var(--map-ink)',
            stroke: 'var(--map-paper)',
            strokeWidth: 3,
            fontSize: roomy ? 11 : 9,
          },
        ),
      ),
    ],
  }) as SVGSVGElement;
  // The content policy refuses the library's `<style>`; what it says is in our style sheet. Names
  // on groups without a role would confuse screen readers.
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const part of svg.children) part.setAttribute('aria-hidden', 'true');
  for (const part of svg.querySelectorAll('g[aria-label]')) {
    part.setAttribute('data-part', part.getAttribute('aria-label') ?? '');
    part.removeAttribute('aria-label');
  }
  for (const [key, shape] of shapesOf(svg, places)) {
    shape.setAttribute('data-level', of.get(key)?.level ?? 'unknown');
    shape.setAttribute('data-place', key);
  }
  return svg;
}

/** The drawn shapes with the places that they stand for, in the order of drawing. */
export function shapesOf(svg: SVGSVGElement, places: readonly MapPlace[]) {
  const drawn = [...svg.querySelectorAll<SVGPathElement>('g[data-part="geo"] path')];
  return shapesFor(places).flatMap(({ key }, at): [string, SVGPathElement][] => {
    const shape = drawn[at];
    return shape ? [[key, shape]] : [];
  });
}

/** What stands on a place: its two letters, and how many; nothing more where nothing is known. */
const said = (place: MapPlace | undefined, key: string) =>
  place && place.level !== 'unknown' ? `${key} ${place.number}` : key;

function shapesFor(places: readonly MapPlace[]): Shape[] {
  const byName = new Map(
    feature(topology, topology.objects.states).features.map((one) => [one.properties.name, one]),
  );
  return places.flatMap((place): Shape[] => {
    const { key } = place;
    const square = squares[key];
    const geometry = byName.get(place.name)?.geometry;
    const land: Shape[] = geometry
      ? [{ key, geometry, label: square ? undefined : middleOf(geometry), side: 'middle' }]
      : [];
    return square ? [...land, { key, ...square }] : land;
  });
}

/** The middle of the largest part of a shape, by its outline's points weighted with their area. */
function middleOf(geometry: GeoJSON.Geometry): [number, number] {
  const parts =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [];
  let most = 0;
  let middle: [number, number] = [0, 0];
  for (const [ring = []] of parts) {
    let [area, x, y] = [0, 0, 0];
    ring.forEach(([ax = 0, ay = 0], at) => {
      const [bx = 0, by = 0] = ring[(at + 1) % ring.length] ?? [];
      const cross = ax * by - bx * ay;
      area += cross / 2;
      x += ((ax + bx) * cross) / 6;
      y += ((ay + by) * cross) / 6;
    });
    if (Math.abs(area) <= most) continue;
    most = Math.abs(area);
    middle = [x / area, y / area];
  }
  return middle;
}
