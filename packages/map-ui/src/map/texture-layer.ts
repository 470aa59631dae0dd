import type { Area } from '@marsad/records/snapshot';
import type { CustomLayerInterface, MapLibreMap } from 'maplibre-gl';
import type { Pattern } from './patterns.js';
import { type PolygonFans, polygonFans } from './polygon-fans.js';

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

/** Repeats the picture over the screen; `u_anchor` moves it along with the map. */
const PAINT = `#version 300 es
precision highp float;
uniform sampler2D u_picture;
uniform vec2 u_anchor;
uniform float u_side;
out vec4 colour;
void main() { colour = texture(u_picture, (gl_FragCoord.xy - u_anchor) / u_side); }`;

/** Side of a picture on the screen, in pixels of the page: its own pixels are half as large. */
const SIDE = 8;

/** What is on the graphics card. */
interface OnCard {
  program: WebGLProgram;
  corners: WebGLVertexArrayObject;
  indices: WebGLBuffer;
  pictures: ReadonlyMap<string, WebGLTexture>;
}

const compiled = (gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader => {
  const shader = gl.createShader(type);
  if (shader === null) throw new Error('the graphics card takes no shader');
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
};

const pictureOf = (gl: WebGL2RenderingContext, { width, height, data }: Pattern): WebGLTexture => {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(data));
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  return texture;
};

const toCard = (
  gl: WebGL2RenderingContext,
  { positions }: PolygonFans,
  patterns: Readonly<Record<string, Pattern>>,
): OnCard => {
  const program = gl.createProgram();
  gl.attachShader(program, compiled(gl, gl.VERTEX_SHADER, PLACE));
  gl.attachShader(program, compiled(gl, gl.FRAGMENT_SHADER, PAINT));
  gl.bindAttribLocation(program, 0, 'a_position');
  gl.linkProgram(program);
  const corners = gl.createVertexArray();
  const indices = gl.createBuffer();
  gl.bindVertexArray(corners);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, positions, gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0);
  gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
  gl.bindVertexArray(null);
  const pictures = new Map(Object.entries(patterns).map(([name, pattern]) => [name, pictureOf(gl, pattern)]));
  return { program, corners, indices, pictures };
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
 * it is odd at the end, so holes and parts need no cutting.
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
  let indices: Uint32Array = new Uint32Array();
  let changed = false;

  const layer: CustomLayerInterface = {
    id,
    type: 'custom',
    onAdd: (onto, gl) => {
      map = onto;
      card = toCard(gl, fans, patterns);
      changed = true;
    },
    onRemove: () => {
      card = null;
      map = null;
    },
    render: (gl, { defaultProjectionData }) => {
      if (card === null || map === null || parts.length === 0) return;
      const matrix = fromOrigin(defaultProjectionData.mainMatrix, fans.origin);
      const side = SIDE * map.getPixelRatio();
      const { drawingBufferWidth: width, drawingBufferHeight: height } = gl;
      const anchor = (axis: 0 | 1, length: number): number =>
        ((((matrix[12 + axis] ?? 0) / (matrix[15] ?? 1) + 1) / 2) * length) % side;
      const uniform = (name: string): WebGLUniformLocation | null => card && gl.getUniformLocation(card.program, name);
      // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's own name, no hook
      gl.useProgram(card.program);
      gl.bindVertexArray(card.corners);
      if (changed) gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.DYNAMIC_DRAW);
      changed = false;
      gl.uniformMatrix4fv(uniform('u_matrix'), false, Float32Array.from(matrix));
      gl.uniform2f(uniform('u_anchor'), anchor(0, width), anchor(1, height));
      gl.uniform1f(uniform('u_side'), side);
      gl.uniform1i(uniform('u_picture'), 0);
      gl.activeTexture(gl.TEXTURE0);
      gl.disable(gl.DEPTH_TEST);
      gl.disable(gl.CULL_FACE);
      gl.disable(gl.BLEND);
      gl.enable(gl.STENCIL_TEST);
      gl.stencilMask(1);
      gl.clearStencil(0);
      gl.clear(gl.STENCIL_BUFFER_BIT);
      for (const { name, first, count } of parts) {
        gl.colorMask(false, false, false, false);
        gl.stencilFunc(gl.ALWAYS, 0, 1);
        gl.stencilOp(gl.KEEP, gl.KEEP, gl.INVERT);
        gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * Uint32Array.BYTES_PER_ELEMENT);
        // Once more over the same triangles: each place inside is painted by the first that covers it, and is even then.
        gl.colorMask(true, true, true, true);
        gl.stencilFunc(gl.EQUAL, 1, 1);
        gl.stencilOp(gl.KEEP, gl.KEEP, gl.ZERO);
        gl.bindTexture(gl.TEXTURE_2D, card.pictures.get(name) ?? null);
        gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_INT, first * Uint32Array.BYTES_PER_ELEMENT);
      }
      gl.bindVertexArray(null);
    },
  };
  return {
    layer,
    show: (classes) => {
      const byClass = new Map<string, Uint32Array[]>(Object.keys(patterns).map((name) => [name, []]));
      classes.forEach((name, at) => {
        const triangles = fans.triangles[at];
        if (triangles) byClass.get(name)?.push(triangles);
      });
      let first = 0;
      parts = [...byClass].flatMap(([name, of]) => {
        const count = of.reduce((sum, triangles) => sum + triangles.length, 0);
        const part = { name, first, count };
        first += count;
        return count === 0 ? [] : [part];
      });
      indices = joined([...byClass.values()].flat());
      changed = true;
    },
  };
};
