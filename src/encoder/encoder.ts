/**
 * A sentence → what it says as a whole, as one direction: a small transformer (Vaswani and others: Attention Is All You
 * Need, 2017; Wang and others: MiniLM, 2020; Reimers, Gurevych: Sentence-BERT, 2019) that reads every word beside the
 * others. "Can the sequencer steal from me" and "can I steal from the sequencer" have the same words and other directions.
 * It runs in this thread, in some milliseconds; the same words always give the same direction.
 */
import { createKernel, type Room } from './kernel.ts';
import { firstRows, floatsOf, layerOf, normalizeRows, passThrough, placesFor } from './layer.ts';
import { type Model, matrixOf, vectorOf } from './model.ts';
import { createWordPiece } from './wordpiece.ts';

/** The direction of a text by its lower-case words: of length 1. */
export interface Encoder {
  readonly dims: number;
  encode(words: readonly string[]): Float32Array;
}

/** A model that is set up when it is first needed, and once; undefined where there is none. */
export function lazyEncoder(model: Model | undefined): LazyEncoder | undefined {
  if (!model) return undefined;
  return () => {
    const known = encoders.get(model) ?? createEncoder(model);
    encoders.set(model, known);
    return known;
  };
}

/** Gives the encoder, set up before or now. */
export type LazyEncoder = () => Encoder;

const encoders = new WeakMap<Model, Encoder>();

/** Sets up a model; takes some ten milliseconds. Throws where a tensor is missing. */
export function createEncoder(model: Model): Encoder {
  const { shape } = model;
  const { hidden, length, layers, heads } = shape;
  const piecesOf = createWordPiece(shape.vocabulary, length);
  const pieces = matrixOf(model, 'pieces');
  const places = vectorOf(model, 'places');
  const norm = { gain: vectorOf(model, 'gain'), bias: vectorOf(model, 'bias') };
  const kernel = createKernel(roomFor(shape));
  const stack = Array.from({ length: layers }, (_, at) => layerOf(model, kernel, at));
  const all = placesFor(kernel, shape, length);
  return {
    dims: hidden,
    encode(words) {
      const text = piecesOf(words);
      const rows = firstRows(all, text.length, shape);
      const { x } = rows;
      for (const [row, piece] of text.entries()) {
        const to = row * hidden;
        const scale = pieces.scales[piece] as number;
        for (let k = 0; k < hidden; k += 1)
          x[to + k] = scale * (pieces.values[piece * hidden + k] as number) + (places[to + k] as number);
      }
      normalizeRows(x, norm);
      for (const layer of stack) passThrough(layer, kernel, rows, text.length, heads);
      return meanRow(x, hidden);
    },
  };
}

/** The room that a model takes in a kernel. */
function roomFor({ hidden, inner, length, layers, heads }: Model['shape']): Room {
  const outs = 5 * hidden + inner;
  return {
    bytes: layers * (4 * hidden * hidden + 2 * hidden * inner),
    floats: layers * 2 * outs + length * floatsOf({ hidden, inner }),
    rows: length,
    length: Math.max(hidden, inner),
    heads,
  };
}

/** The mean of the rows, of length 1. */
function meanRow(x: Float32Array, length: number): Float32Array {
  const mean = new Float32Array(length);
  for (let k = 0; k < x.length; k += 1) mean[k % length] = (mean[k % length] as number) + (x[k] as number);
  let squares = 0;
  for (const value of mean) squares += value * value;
  const scale = 1 / Math.sqrt(squares || 1);
  return mean.map((value) => value * scale);
}
