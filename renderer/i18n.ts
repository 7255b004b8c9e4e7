import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './text/en.json' with { type: 'json' };

declare module 'i18next' {
  interface CustomTypeOptions {
    readonly resources: { readonly translation: typeof en };
  }
}

/** All text of the window. A second language is a second file beside `text/en.json`. */
export const text: i18n = i18next.createInstance();

// The texts are in the bundle, so this is ready before the first picture.
void text.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // React escapes what it renders; escaping twice would show `&#39;` in names.
  interpolation: { escapeValue: false },
  initAsync: false,
});
