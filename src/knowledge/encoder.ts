/** The sentence model of a knowledge folder. */
import { readModel } from '../encoder/model.ts';
import type { Knowledge } from './load.ts';

/** Knowledge with the sentence model of its folder, where that has one. Throws where the model is not whole. */
export function withEncoder(knowledge: Knowledge, folder: string): Knowledge {
  const encoder = readModel(folder);
  return encoder ? { ...knowledge, encoder } : knowledge;
}
