/** What a colour means. `plain` is no colour. */
export type Tone = 'plain' | 'now' | 'stop' | 'care' | 'done';
