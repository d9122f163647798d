import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';
import type { ModelConfig } from './server-config.ts';

/** A provider's address is set by whoever runs the server; nothing that it answers may lead anywhere else. */
const withoutRedirects: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'error' });

export function languageModel({ provider, model, apiKey, baseUrl }: ModelConfig): LanguageModel {
  const common = { fetch: withoutRedirects, ...(baseUrl === undefined ? {} : { baseURL: baseUrl }) };
  switch (provider) {
    case 'google':
      return createGoogle({ ...common, apiKey: apiKey ?? '' })(model);
    case 'anthropic':
      return createAnthropic({ ...common, apiKey: apiKey ?? '' })(model);
    default:
      return createOpenAICompatible({
        ...common,
        name: 'own',
        baseURL: baseUrl ?? '',
        includeUsage: true,
        ...(apiKey === undefined ? {} : { apiKey }),
      })(model);
  }
}

/** Who gets the pack, in a word or two that people can judge. */
export function providerName({ provider, baseUrl }: ModelConfig): string {
  if (baseUrl !== undefined) return new URL(baseUrl).host;
  return provider === 'google' ? 'Google' : 'Anthropic';
}
