import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

export const PRELUDE = `from pyspark.sql import SparkSession, functions as F
spark = SparkSession.builder.getOrCreate()
orders = spark.read.schema("order_id bigint, customer_id bigint, country string, amount double").parquet("orders")
`;

export interface Parts {
  readonly editor: Locator;
  readonly graph: Locator;
  readonly answers: Locator;
  /** Operators and exchanges that are drawn. */
  readonly operators: Locator;
  readonly exchanges: Locator;
}

export function partsOf(page: Page): Parts {
  const graph = page.getByRole('region', { name: 'Graph' });
  return {
    editor: page.getByRole('region', { name: 'Code' }).getByRole('textbox'),
    graph,
    answers: page.getByRole('region', { name: 'Answers' }),
    operators: graph.locator('.react-flow__node-operator'),
    exchanges: graph.locator('button[data-stop]'),
  };
}

/** Opens the Playground and waits until its first program is drawn. */
export async function openPlayground(page: Page): Promise<Parts> {
  await page.goto('/playground');
  const parts = partsOf(page);
  await expect(parts.operators.first()).toBeVisible();
  return parts;
}

/** Replaces the program as a person does: everything selected, then pasted over. */
export async function paste(page: Page, text: string): Promise<void> {
  const { editor } = partsOf(page);
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await editor.evaluate((element, pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

export const ANSWERS = [
  'Actions',
  'Findings',
  'Unknown',
  'Selected',
  'Lineage',
  'Context',
  'Versions',
] as const;

/** Chooses one of the answers' tabs. */
export async function answer(page: Page, name: (typeof ANSWERS)[number]) {
  await partsOf(page)
    .answers.getByRole('tab', { name: new RegExp(`^${name}`) })
    .click();
}
