import { describe, expect, it } from 'vitest';
import { memorySettings } from './configuration.ts';

const GIB = 2 ** 30;

describe('memorySettings', () => {
  it('takes a quarter of the memory for its own cache', () => {
    expect(memorySettings(2 * GIB)).toEqual(["shared_buffers = '512MB'", "effective_cache_size = '1024MB'"]);
  });

  it('takes no more than 1 GB on a large machine', () => {
    expect(memorySettings(64 * GIB)[0]).toBe("shared_buffers = '1024MB'");
  });

  it('never goes below what PostgreSQL starts with', () => {
    expect(memorySettings(GIB / 4)).toEqual(["shared_buffers = '128MB'", "effective_cache_size = '256MB'"]);
  });
});
