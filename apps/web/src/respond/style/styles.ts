import '@fontsource/atkinson-hyperlegible-next/latin-400.css';
import '@fontsource/atkinson-hyperlegible-next/latin-600.css';
import './tokens.css';
import './base.css';
import './page.css';
import './form.css';
