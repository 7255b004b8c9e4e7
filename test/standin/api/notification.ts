// Notification: said to have been shown, and never drawn.
import { EventEmitter } from 'node:events';
import { note } from '../host/log.ts';
import { strict } from './strict.ts';

export class Notification extends EventEmitter {
  readonly title: string;
  readonly body: string;

  static isSupported(): boolean {
    return true;
  }

  constructor({ title = '', body = '' }: { readonly title?: string; readonly body?: string } = {}) {
    super();
    this.title = title;
    this.body = body;
    return strict(this, 'Notification');
  }
  show(): void {
    note('Notification', this.title, this.body);
    this.emit('show', {});
  }
  close(): void {
    this.emit('close', {});
  }
}
