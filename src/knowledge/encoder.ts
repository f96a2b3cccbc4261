/** Knowledge and the sentence model that reads questions to it. */
import type { Model } from '../encoder/model.ts';
import type { Knowledge } from './load.ts';

/** Knowledge with a sentence model, where there is one. */
export const withEncoder = (knowledge: Knowledge, encoder: Model | undefined): Knowledge =>
  encoder ? { ...knowledge, encoder } : knowledge;
