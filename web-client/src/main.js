import { keepPage } from './app/offline.js';
import { loadTexts } from './app/texts.js';
import { Preferences } from './ui/preferences.js';

const { language } = new Preferences();
const texts = loadTexts(language);
const { App } = await import('./app/app.js');
new App(/** @type {HTMLElement} */ (document.getElementById('app')), language, await texts);
void keepPage();
