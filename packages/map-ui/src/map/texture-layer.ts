import type { Area } from '@marsad/records/snapshot';
import type { CustomLayerInterface, MapLibreMap } from 'maplibre-gl';
import { type Pattern, scaledPattern } from './patterns.js';
import { coarseTriangles, type PolygonFans, polygonFans } from './polygon-fans.js';

/** Textures over areas by their class. */
export interface TextureLayer {
  layer: CustomLayerInterface;
  /** gives every area, in the order of the start, the texture of its class, or none */
  show: (classes: readonly string[]) => void;
}

/** Places corners, which count from the origin. */
const PLACE = `#version 300 es
uniform mat4 u_matrix;
in vec2 a_position;
void main() { gl_Position = u_matrix * vec4(a_position, 0.0, 1.0); }`;

/** Paints nothing that is seen: for the stencil. */
const TOUCH = `#version 300 es
precision highp float;
out vec4 colour;
void main() { colour = vec4(0.0); }`;

/** Repeats the picture over the screen; `u_anchor` moves it along with the map. */
const PAINT = `#version 300 es
precision highp float;
uniform sampler2D u_picture;
uniform vec2 u_anchor;
uniform float u_side;
out vec4 colour;
void main() { colour = texture(u_picture, (gl_FragCoord.xy - u_anchor) / u_side); }`;

/** Side of a picture on the screen, in pixels of the page. */
const SIDE = 8;

/** What is on the graphics card. */
interface OnCard {
  touch: WebGLProgram;
  paint: WebGLProgram;
  corners: WebGLVertexArrayObject;
  indices: WebGLBuffer;
  /** made for one side, in pixels of the screen */
  pictures: ReadonlyMap<string, WebGLTexture>;
  side: number;
}

const compiled = (gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader => {
  const shader = gl.createShader(type);
  if (shader === null) throw new Error('the graphics card takes no shader');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
};

/** Takes a picture as it lies on the screen, pixel for pixel: to mix its pixels at every frame takes twice as long. */
const pictureOf = (gl: WebGL2RenderingContext, { width, height, data }: Pattern): WebGLTexture => {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(data));
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return texture;
};

const programOf = (gl: WebGL2RenderingContext, paint: string): WebGLProgram => {
  const program = gl.createProgram();
  gl.attachShader(program, compiled(gl, gl.VERTEX_SHADER, PLACE));
  gl.attachShader(program, compiled(gl, gl.FRAGMENT_SHADER, paint));
  gl.bindAttribLocation(program, 0, 'a_position');
  gl.linkProgram(program);
  return program;
};

const toCard = (gl: WebGL2RenderingContext, { positions }: PolygonFans): OnCard => {
  const corners = gl.createVertexArray();
  const indices = gl.createBuffer();
  gl.bindVertexArray(corners);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, positions, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
  gl.bindVertexArray(null);
  return { touch: programOf(gl, TOUCH), paint: programOf(gl, PAINT), corners, indices, pictures: new Map(), side: 0 };
};

/** The pictures for a side, in pixels of the screen: another window, or the same closer, has others. */
const picturesOf = (
  gl: WebGL2RenderingContext,
  card: OnCard,
  patterns: Readonly<Record<string, Pattern>>,
  side: number,
): void => {
  if (card.side === side) return;
  for (const picture of card.pictures.values()) gl.deleteTexture(picture);
  card.pictures = new Map(
    Object.entries(patterns).map(([name, pattern]) => [name, pictureOf(gl, scaledPattern(pattern, side))]),
  );
  card.side = side;
};

const joined = (parts: readonly Uint32Array[]): Uint32Array => {
  const whole = new Uint32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Areas from which on coarse outlines are drawn from afar: their corners are most of the work. */
const MANY = 1000;
/** How far a coarse outline may be off at a whole zoom, in pixels; those of the coloured areas may be off twice as far. */
const UNSEEN = 0.5;
/** Width of the world at zoom 0, in pixels. */
const WORLD = 512;

/** The camera's matrix (by columns), moved so that it takes positions that count from `origin`. */
const fromOrigin = (matrix: ArrayLike<number>, [x, y]: readonly [number, number]): Float64Array => {
  const moved = Float64Array.from(matrix);
  for (let row = 0; row < 4; row += 1)
    moved[12 + row] = (matrix[row] ?? 0) * x + (matrix[4 + row] ?? 0) * y + (matrix[12 + row] ?? 0);
  return moved;
};

/**
 * A layer of textures that follow the classes of the areas. The style's own patterns cannot follow feature-state: a layer for
 * each would draw every area, nearly all of them unseen, and took half of the time of a step from week to week. Here only the
 * areas that have a texture are drawn: their triangles turn over one bit of the stencil each, and the picture is painted where
 * it is odd at the end, so holes and parts need no cutting. From afar the triangles are those of coarse outlines: without a
 * graphics card thousands of them are most of the work of a frame.
 * @param patterns the picture of each class that has one
 */
export const textureLayer = (
  id: string,
  areas: readonly Area[],
  patterns: Readonly<Record<string, Pattern>>,
): TextureLayer => {
  const fans = polygonFans(areas);
  let card: OnCard | null = null;
  let map: MapLibreMap | null = null;
  let parts: { name: string; first: number; count: number }[] = [];
  let shown: readonly string[] = [];
  /** of the whole zoom that is shown */
  let zoom = Number.NaN;
  const byZoom = new Map<number, readonly Uint32Array[]>();
  let indices: Uint32Array = new Uint32Array();
  let changed = false;

  const trianglesAt = (whole: number): readonly Uint32Array[] => {
    if (areas.length < MANY || Number.isNaN(whole)) return fans.triangles;
    const made = byZoom.get(whole) ?? coarseTriangles(fans, UNSEEN / (WORLD * 2 ** whole));
    byZoom.set(whole, made);
    return made;
  };

  /** Puts the triangles of one texture after those of another. */
  const order = (): void => {
    const byClass = new Map<string, Uint32Array[]>(Object.keys(patterns).map((name) => [name, []]));
    const triangles = trianglesAt(zoom);
    shown.forEach((name, at) => {
      const of = triangles[at];
      if (of) byClass.get(name)?.push(of);
    });
    let first = 0;
    parts = [...byClass].flatMap(([name, of]) => {
      const count = of.reduce((sum, one) => sum + one.length, 0);
      const part = { name, first, count };
      first += count;
      return count === 0 ? [] : [part];
    });
    indices = joined([...byClass.values()].flat());
    changed = true;
  };

  const layer: CustomLayerInterface = {
    id,
    type: 'custom',
    onAdd: (onto, gl) => {
      map = onto;
      card = toCard(gl, fans);
      changed = true;
    },
    onRemove: () => {
      card = null;
      map = null;
    },
    render: (gl, { defaultProjectionData }) => {
      if (card === null || map === null || parts.length === 0) return;
      const whole = Math.floor(map.getZoom());
      if (whole !== zoom) {
        zoom = whole;
        if (areas.length >= MANY) order();
      }
      const matrix = fromOrigin(defaultProjectionData.mainMatrix, fans.origin);
      const side = Math.max(1, Math.round(SIDE * map.getPixelRatio()));
      const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
      const anchor = (axis: 0 | 1, length: number): number =>
        Math.round(((((matrix[12 + axis] ?? 0) / (matrix[15] ?? 1) + 1) / 2) * length) % side);
      const { touch, paint } = card;
      const onMap = Float32Array.from(matrix);
      for (const program of [touch, paint]) {
        // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's own name, no hook
        gl.useProgram(program);
        gl.uniformMatrix4fv(gl.getUniformLocation(program, 'u_matrix'), false, onMap);
      }
      gl.uniform2f(gl.getUniformLocation(paint, 'u_anchor'), anchor(0, width), anchor(1, height));
      gl.uniform1f(gl.getUniformLocation(paint, 'u_side'), side);
      gl.uniform1i(gl.getUniformLocation(paint, 'u_picture'), 0);
      gl.bindVertexArray(card.corners);
      if (changed) gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.DYNAMIC_DRAW);
      changed = false;
      gl.activeTexture(gl.TEXTURE0);
      picturesOf(gl, card, patterns, side);
      gl.disable(gl.DEPTH_TEST);
      gl.disable(gl.CULL_FACE);
      gl.disable(gl.BLEND);
      gl.enable(gl.STENCIL_TEST);
      gl.stencilMask(1);
      gl.clearStencil(0);
      gl.clear(gl.STENCIL_BUFFER_BIT);
      for (const { name, first, count } of parts) {
        const draw = (): void =>
          gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * Uint32Array.BYTES_PER_ELEMENT);
        // Not with the program that paints: without a graphics card it would fetch its picture for nobody.
        // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's own name, no hook
        gl.useProgram(touch);
        gl.colorMask(false, false, false, false);
        gl.stencilFunc(gl.ALWAYS, 0, 1);
        gl.stencilOp(gl.KEEP, gl.KEEP, gl.INVERT);
        draw();
        // Once more over the same triangles: each place inside is painted by the first that covers it, and is even then.
        // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's own name, no hook
        gl.useProgram(paint);
        gl.colorMask(true, true, true, true);
        gl.stencilFunc(gl.EQUAL, 1, 1);
        gl.stencilOp(gl.KEEP, gl.KEEP, gl.ZERO);
        gl.bindTexture(gl.TEXTURE_2D, card.pictures.get(name) ?? null);
        draw();
      }
      gl.bindVertexArray(null);
    },
  };
  return {
    layer,
    show: (classes) => {
      shown = classes;
      order();
    },
  };
};
