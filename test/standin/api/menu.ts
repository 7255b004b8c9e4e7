// Menu and MenuItem: kept as built and never drawn. A test finds an item by its id and clicks it.
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

type Click = (item: MenuItem, window?: unknown, event?: unknown) => void;

export interface MenuItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly sublabel?: string;
  readonly toolTip?: string;
  readonly type?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly registerAccelerator?: boolean;
  readonly submenu?: Menu | readonly (MenuItemOptions | MenuItem)[];
  readonly click?: Click;
}

export class MenuItem {
  readonly id: string;
  readonly label: string;
  readonly sublabel: string;
  readonly toolTip: string;
  readonly type: string;
  readonly role: string | undefined;
  readonly accelerator: string | null;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  readonly click: (event?: unknown, window?: unknown) => void;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemOptions) {
    const { submenu, click } = options;
    this.submenu = submenu instanceof Menu || submenu === undefined ? submenu : Menu.buildFromTemplate(submenu);
    this.id = options.id ?? '';
    this.label = options.label ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
    this.role = options.role;
    this.accelerator = options.accelerator ?? null;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    const self = strict(this, 'MenuItem');
    this.click = (event, window) => {
      if (self.role !== undefined) throw new Error(`electron stand-in: the role ${self.role} is not implemented`);
      if (self.type === 'checkbox') self.checked = !self.checked;
      click?.(self, window, event);
    };
    return self;
  }
}

let applicationMenu: Menu | null = null;

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): Menu {
    const menu = strict(new Menu(), 'Menu');
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }
  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup(): void {
    this.emit('menu-will-show', {});
  }
  closePopup(): void {
    this.emit('menu-will-close', {});
  }
}
