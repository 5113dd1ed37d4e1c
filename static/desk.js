// Comfort for who edits at the desk: a warning before unsaved changes are left, a copy of what is typed, and for Markdown a toolbar and a preview.
// Every page works without this file. Its words and elements stand in <template id="comfort"> of the page, in the language of the page.
'use strict';

const comfort = document.getElementById('comfort');
const KEPT_DAYS = 30;

const partOf = (name) => comfort.content.querySelector(`[data-part=${name}]`).cloneNode(true);

function afterPause(work, milliseconds) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
}

// ---------------------------------------------------------------------------------------------------------------------
// What a form holds

// Never passwords, codes, files or the token that proves where a form comes from.
const isKept = (field) => field.name && field.name !== 'form_token' && !/^(password|file|submit|button|reset|image)$/.test(field.type)
  && field.autocomplete !== 'one-time-code' && field.matches('input, textarea, select');
const isTick = (field) => field.type === 'checkbox' || field.type === 'radio';

const valueNow = (field) => (isTick(field) && !field.checked ? '' : field.value);
// What the server sent, whatever the browser has filled in since.
function valueShown(field) {
  if (isTick(field)) return field.defaultChecked ? field.value : '';
  if (field.tagName !== 'SELECT') return field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value;
}

// Fields in their order: names may repeat. Hidden ones are kept too, since they say which edition the words were typed upon; but what nobody can see
// makes no difference.
const fieldsOf = (form) => [...form.elements].filter(isKept);
const contentOf = (form, value) => fieldsOf(form).map((field) => [field.name, value(field), field.type === 'hidden']);
const visible = (content) => JSON.stringify(content.filter(([, , hidden]) => !hidden));
const hasChanged = (form) => visible(contentOf(form, valueNow)) !== visible(contentOf(form, valueShown));

// ---------------------------------------------------------------------------------------------------------------------
// A copy of what is typed, in this browser

const store = {
  read(key) {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  },
  write(key, value) {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* full, or not allowed: then there is no copy */ }
  },
  remove(key) {
    try { localStorage.removeItem(key); } catch { /* not allowed */ }
  },
  keys() {
    try { return Object.keys(localStorage).filter((key) => key.startsWith('desk ')); } catch { return []; }
  },
};

function forgetOld() {
  const oldest = Date.now() - KEPT_DAYS * 24 * 3600 * 1000;
  for (const key of store.keys()) if (!(store.read(key)?.at > oldest)) store.remove(key);
}

// What has no field on the page, such as a row that was added, is sent with the rest: the answer shows it.
function copyInto(form, copy) {
  const left = [...copy.fields];
  for (const field of fieldsOf(form)) {
    const place = left.findIndex(([name]) => name === field.name);
    if (place < 0) continue;
    const [[, value]] = left.splice(place, 1);
    if (isTick(field)) field.checked = value !== ''; else field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  for (const [name, value] of left) if (value) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
}

// Offers COPY above the form; DECIDED is called when it was recovered or discarded.
function offer(form, copy, decided) {
  const box = partOf('recover');
  box.querySelector('time').textContent = new Date(copy.at).toLocaleString(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
  box.addEventListener('click', (event) => {
    const choice = event.target.closest('button')?.dataset.choice;
    if (!choice) return;
    box.remove();
    decided();
    if (choice === 'recover') copyInto(form, copy);
    document.querySelector('main').focus();
  });
  form.before(box);
}

const keyOf = (path, number = '') => `desk ${comfort.dataset.account} ${path} ${number}`;

// STATE.sent: what stands here was sent from here and is not saved yet: it shows what was typed, and that is still all there is. STATE.fresh: just now.
function keepCopies(form, number, state) {
  const key = keyOf(location.pathname, number);
  let offered = false; // the copy of the last visit stays until it is decided upon
  const keep = () => {
    if (offered) return;
    if (state.sent || hasChanged(form)) store.write(key, { at: Date.now(), fields: contentOf(form, valueNow) });
    else store.remove(key);
  };
  const copy = store.read(key);
  if (copy && !state.fresh && visible(copy.fields) !== visible(contentOf(form, valueShown))) {
    offered = true;
    offer(form, copy, () => { offered = false; store.remove(key); });
  }
  form.addEventListener('input', afterPause(keep, 400));
  form.addEventListener('rows', keep);
  addEventListener('pagehide', keep);
}

// ---------------------------------------------------------------------------------------------------------------------
// A warning before what was typed is left

function warn(forms, state) {
  let sending = false;
  addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    sending = true;
    if (event.target.method === 'post') sessionStorage.setItem('desk sent', new URL(event.target.getAttribute('action'), location.href).pathname);
  });
  addEventListener('pageshow', () => { sending = false; });
  addEventListener('beforeunload', (event) => {
    if (!sending && (state.sent || forms.some(hasChanged))) event.preventDefault();
  });
}

// The path to which the page before this one sent a form, if it did.
function takeSent() {
  const path = sessionStorage.getItem('desk sent');
  sessionStorage.removeItem('desk sent');
  return path;
}

// ---------------------------------------------------------------------------------------------------------------------
// Markdown

// insertText is the one way that the browser's undo knows of.
function replace(area, start, end, text) {
  area.focus();
  area.setSelectionRange(start, end);
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, start, end, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

// Puts MARK around the selection, or takes it away where it is.
function around(area, mark) {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const words = value.slice(start, end);
  const marked = value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark;
  const edge = marked ? -mark.length : mark.length;
  if (marked) replace(area, start + edge, end - edge, words);
  else replace(area, start, end, mark + words + mark);
  area.setSelectionRange(start + edge, end + edge);
}

// Puts MARK before each line of the selection, or takes it away where all have it.
function before(area, mark) {
  const start = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const next = area.value.indexOf('\n', Math.max(area.selectionEnd - 1, start));
  const end = next < 0 ? area.value.length : next;
  const lines = area.value.slice(start, end).split('\n');
  const marked = lines.every((line) => line.startsWith(mark));
  const text = lines.map((line) => (marked ? line.slice(mark.length) : mark + line)).join('\n');
  replace(area, start, end, text);
  area.setSelectionRange(start, start + text.length);
}

const marks = {
  bold: (area) => around(area, '**'),
  italic: (area) => around(area, '*'),
  heading: (area) => before(area, '## '),
  list: (area) => before(area, '- '),
  quote: (area) => before(area, '> '),
  link: openLinking,
};

// ---------------------------------------------------------------------------------------------------------------------
// Links: to an address, or to a page or file of the site, which is chosen from what is found while one types (ARIA
// Authoring Practices, "Editable Combobox With List Autocomplete")

// What a text in LANGUAGE may link to that has WORDS, as the page without scripts shows it.
async function linksOf(language, words, signal) {
  const query = new URLSearchParams({ language, words });
  const answer = await fetch(`${comfort.dataset.links}?${query}`, { redirect: 'error', signal });
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.querySelectorAll('[data-target]')].map((item) => {
    const title = item.querySelector('[data-title]');
    const apart = item.querySelector('[data-apart]').textContent;
    const markdown = item.querySelector('input').defaultValue;
    return {
      target: item.dataset.target,
      title: title.textContent,
      lang: title.lang,
      apart,
      markdown,
    };
  });
}

// An address as a link has it; null for what is none.
function addressOf(typed) {
  if (/^[^@\s/]+@[^@\s/]+\.[^@\s/]+$/.test(typed)) return `mailto:${typed}`;
  if (/^www\.[^\s/]+/.test(typed)) return addressOf(`https://${typed}`);
  return /^(https?:\/\/|mailto:|doc:|\/files\/)\S+$/.test(typed)
    ? typed.replace(/[()<>]/g, inAddress)
    : null;
}

function openLinking(area) {
  if (area.linking) return area.linking.querySelector('input').focus();
  const box = partOf('linking');
  const [typed, list, said] = ['input', 'ul', '[role=status]'].map((one) => box.querySelector(one));
  const { selectionStart: start, selectionEnd: end } = area;
  const words = area.value.slice(start, end);
  let found = [];
  let active = -1;
  let asked;
  list.id = `${area.id}-links`;
  typed.setAttribute('aria-controls', list.id);

  const reach = (index) => {
    active = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === index));
    if (index < 0) typed.removeAttribute('aria-activedescendant');
    else {
      typed.setAttribute('aria-activedescendant', list.children[index].id);
      list.children[index].scrollIntoView({ block: 'nearest' });
    }
  };
  const optionOf = (one, i) => {
    const option = Object.assign(document.createElement('li'), {
      id: `${list.id}-${i}`,
      role: 'option',
    });
    const title = Object.assign(document.createElement('span'), {
      textContent: one.title,
      lang: one.lang,
    });
    option.append(
      title,
      ' ',
      Object.assign(document.createElement('small'), { textContent: one.apart }),
    );
    return option;
  };
  const show = (links) => {
    found = links;
    list.replaceChildren(...links.map(optionOf));
    list.hidden = links.length === 0;
    typed.setAttribute('aria-expanded', links.length > 0);
    reach(-1);
  };
  const find = async () => {
    asked?.abort();
    asked = new AbortController();
    const value = typed.value.trim();
    said.textContent = '';
    if (!value || addressOf(value)) return show([]);
    try {
      const language = area.lang || area.form.elements.original.value;
      show(await linksOf(language, value, asked.signal));
      said.textContent = found.length
        ? `${said.dataset.some} ${found.length}`
        : said.dataset.none;
    } catch (error) {
      if (error.name !== 'AbortError') show([]);
    }
    return undefined;
  };
  const close = () => {
    asked?.abort();
    box.remove();
    delete area.linking;
    area.focus();
  };
  const insert = (target, markdown) => {
    close();
    replace(area, start, end, words.trim() || !markdown ? `[${words}](${target})` : markdown);
    if (!words.trim() && !markdown) area.setSelectionRange(start + 1, start + 1);
  };
  const take = () => {
    const address = addressOf(typed.value.trim());
    if (active >= 0) insert(found[active].target, found[active].markdown);
    else if (address) insert(address);
    else typed.focus();
  };

  typed.addEventListener('input', afterPause(find, 200));
  typed.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length)
      reach((Math.max(active, step < 0 ? 0 : -1) + step + found.length) % found.length);
    else if (event.key === 'Enter') take();
    else if (event.key === 'Escape') close();
    else if (!step) return;
    event.preventDefault();
  });
  list.addEventListener('pointerdown', (event) => event.preventDefault()); // the focus stays where one types
  list.addEventListener('click', (event) => {
    const option = event.target.closest('li');
    if (!option) return;
    reach([...list.children].indexOf(option));
    take();
  });
  box.querySelector('[data-choice=insert]').addEventListener('click', take);
  box.querySelector('[data-choice=close]').addEventListener('click', close);
  area.linking = box;
  area.before(box);
  return typed.focus();
}

// ---------------------------------------------------------------------------------------------------------------------
// What is pasted from Word, Outlook, web pages, as Markdown

const BLOCKS = 'address, article, aside, blockquote, body, dd, div, dl, dt, figure, footer, h1, h2, h3, h4, h5, h6,'
  + ' header, hr, li, main, nav, ol, p, pre, section, table, tbody, td, tfoot, th, thead, tr, ul';
const NOTHING = 'head, link, meta, noscript, script, style, template, title';
// They stand for marks until all is put together: each opens and closes.
const BOLD = ['\uE000', '\uE001'];
const ITALIC = ['\uE002', '\uE003'];

const styleOf = (element) => element.getAttribute('style') ?? '';
const propertyOf = (element, name) => new RegExp(`(?:^|[;\\s])${name}:\\s*(\\w+)`).exec(styleOf(element))?.[1];
function isBold(element) {
  const weight = propertyOf(element, 'font-weight');
  return weight ? /^(bold|[6-9]00)$/.test(weight) : element.matches('b, strong');
}
function isItalic(element) {
  const style = propertyOf(element, 'font-style');
  return style ? style === 'italic' : element.matches('i, em');
}
const isBlock = (node) => node.nodeType === Node.ELEMENT_NODE
  && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null);
const inAddress = (character) => `%${character.charCodeAt().toString(16)}`;
const escaped = (text) => text.replace(/[\\`*[\]<]|\b_|_\b/g, '\\$&');

function within(text, [open, close]) {
  const [, first, words, last] = /^(\s*)(.*?)(\s*)$/s.exec(text);
  return words ? first + open + words + close + last : text;
}

// The words of NODE, and of what is in it, in one paragraph.
function inlineOf(node) {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.data.replace(/[ \t\n\r\u00a0]+/g, ' '));
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(NOTHING)) return '';
  if (node.matches('br')) return '\\\n';
  if (node.matches('img')) return escaped(node.alt);
  const words = [...node.childNodes].map(inlineOf).join('');
  if (node.matches('a') && /^(https?|mailto):/.test(node.getAttribute('href')) && words.trim()) {
    return within(words, ['[', `](${node.getAttribute('href').replace(/[ ()<>]/g, inAddress)})`]);
  }
  if (node.closest('h1, h2, h3, h4, h5, h6, th')) return words;
  const bold = isBold(node) ? within(words, BOLD) : words;
  return isItalic(node) ? within(bold, ITALIC) : bold;
}

// A paragraph of WORDS: marks that meet are one, and none stands within another of its kind or behind what ends a
// sentence; what would be read as the mark of a list or a heading is not.
function paragraph(words) {
  let text = words;
  for (const [[open, close], mark] of [[BOLD, '**'], [ITALIC, '*']]) {
    let depth = 0;
    const marks = new RegExp(`[${open}${close}]`, 'g');
    text = text.replace(new RegExp(`${close}(\\s*)${open}`, 'g'), '$1');
    text = text.replace(marks, (one) => ((one === open ? depth++ : --depth) ? '' : one));
    text = text.replace(new RegExp(`([.,:;!?])${close}(?=[\\p{L}\\p{N}])`, 'gu'), `${close}$1`).replace(marks, mark);
  }
  text = text.replace(/ *(\\\n *)+/g, '\\\n').replace(/^(\\\n|\s)+|(\\\n|\s)+$/g, '').replace(/ +/g, ' ');
  return text.replace(/^(\d+(?=[.)]\s)|(?=[#>+-]+\s))/, '$1\\');
}

const indented = (text, mark) => mark + text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`);
const isItem = (text) => /^ *(-|\d+\.) /.test(text);
const joined = (blocks) => blocks.reduce((all, one, i) => all + (isItem(one) && isItem(blocks[i - 1]) ? '\n' : '\n\n') + one);

// An item of a list; lists in it follow at once.
function itemOf(blocks, mark) {
  return indented(blocks.reduce((all, one) => all + (isItem(one) ? '\n' : '\n\n') + one, '').trim(), mark);
}

function listOf(list, top) {
  let number = list.start ?? 1;
  return [[...list.children].map((child) => {
    if (child.matches('ol, ul')) return itemOf(listOf(child, top), '   ');
    const mark = list.matches('ol') ? `${number++}. ` : '- ';
    return itemOf(blocksOf(child, top), mark);
  }).filter((item) => item.trim()).join('\n')];
}

// Word says in the style of a paragraph that it is in a list, and writes the mark as words.
function itemOfWord(element) {
  const level = Number(/mso-list:.*?level(\d)/.exec(styleOf(element))[1]);
  const mark = element.querySelector('[style*="mso-list:Ignore"]');
  const numbered = /^\s*(\d+)[.)]/.exec(mark?.textContent ?? '');
  mark?.remove();
  return indented(paragraph(inlineOf(element)), `${'   '.repeat(level - 1)}${numbered ? `${numbered[1]}.` : '-'} `);
}

// The first row has the names of the columns. A table of a single column gives a text its place, no more.
function tableOf(table, top) {
  const rows = [...table.rows];
  if (rows.every((row) => row.cells.length < 2)) return rows.flatMap((row) => [...row.cells].flatMap((cell) => blocksOf(cell, top)));
  const cellOf = (cell) => blocksOf(cell, top).join(' ').replace(/\\?\n/g, ' ').replaceAll('|', '\\|'); // a bar would part the cell
  const width = Math.max(...rows.map((row) => row.cells.length));
  const lineOf = (cells) => `|${cells.map((cell) => ` ${cell} |`).join('')}`;
  const [names, ...others] = rows.map((row) => [...row.cells].map(cellOf)).filter((cells) => cells.some(Boolean));
  if (!names) return [];
  while (names.length < width) names.push('');
  return [[names, names.map(() => '---'), ...others].map(lineOf).join('\n')];
}

// The blocks that ELEMENT is made of. TOP is the level of the highest heading in all that is pasted.
function blockOf(element, top) {
  if (element.matches(NOTHING)) return [];
  if (/mso-list:.*level\d/.test(styleOf(element))) return [itemOfWord(element)];
  if (element.matches('ul, ol')) return listOf(element, top);
  if (element.matches('table')) return tableOf(element, top);
  if (element.matches('h1, h2, h3, h4, h5, h6')) {
    const words = paragraph(inlineOf(element)).replaceAll('\\\n', ' ');
    return words ? [`${'#'.repeat(Math.min(6, Number(element.tagName[1]) - top + 2))} ${words}`] : [];
  }
  const blocks = blocksOf(element, top);
  return element.matches('blockquote') && blocks.length ? [joined(blocks).replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>')] : blocks;
}

function blocksOf(element, top) {
  const blocks = [];
  let words = '';
  const end = () => {
    if (paragraph(words)) blocks.push(paragraph(words));
    words = '';
  };
  for (const node of element.childNodes) {
    if (!isBlock(node)) words += inlineOf(node);
    else {
      end();
      blocks.push(...blockOf(node, top));
    }
  }
  end();
  return blocks;
}

function markdownOf(html) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const levels = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => Number(heading.tagName[1]));
  const blocks = blocksOf(body, Math.min(6, ...levels));
  return blocks.length ? joined(blocks) : '';
}

// What has no HTML is pasted as it is.
function takePastes(area) {
  area.addEventListener('paste', (event) => {
    const text = markdownOf(event.clipboardData.getData('text/html'));
    if (!text) return;
    event.preventDefault();
    replace(area, area.selectionStart, area.selectionEnd, text);
  });
}

// One stop of the tab key, and arrows within (ARIA Authoring Practices, "Toolbar").
function addToolbar(area) {
  const bar = partOf('toolbar');
  const buttons = [...bar.querySelectorAll('button')];
  const reach = (reached) => buttons.forEach((button) => { button.tabIndex = button === reached ? 0 : -1; });
  bar.setAttribute('aria-controls', area.id);
  reach(buttons[0]);
  bar.addEventListener('click', (event) => marks[event.target.closest('button')?.dataset.mark]?.(area));
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length);
    reach(next);
    next.focus();
    event.preventDefault();
  });
  area.addEventListener('keydown', (event) => {
    const mark = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && { b: 'bold', i: 'italic', k: 'link' }[event.key];
    if (!mark) return;
    marks[mark](area);
    event.preventDefault();
  });
  area.before(bar);
}

// A picture that the form shows is shown where the text has it, too.
function addPicture(form, drafted) {
  const image = form.querySelector(`[data-numbered="${CSS.escape(drafted.dataset.picture)}"]`)?.previousElementSibling;
  if (image?.matches('img')) drafted.prepend(image.cloneNode());
}

// Shows what the program itself makes of the text, as visitors will see it; nothing when it cannot say.
function addPreview(area) {
  const box = partOf('preview');
  const shown = box.querySelector('[data-shown]');
  let asked;
  const show = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const language = area.lang || area.form.elements.original.value; // a record has its texts in that one
      const body = new URLSearchParams({ form_token: comfort.dataset.token, language, text: area.value });
      const answer = await fetch(comfort.dataset.markdown, { method: 'POST', body, redirect: 'error', signal: asked.signal });
      if (!answer.ok) throw new Error(answer.status);
      shown.innerHTML = await answer.text();
      shown.lang = language;
      for (const anchor of shown.querySelectorAll('a:not([href^="#"])')) anchor.target = '_blank';
      for (const drafted of shown.querySelectorAll('[data-picture]')) addPicture(area.form, drafted);
      box.hidden = area.value.trim() === '';
    } catch (error) {
      if (error.name !== 'AbortError') box.hidden = true;
    }
  };
  area.addEventListener('input', afterPause(show, 500));
  area.after(box);
  show();
}

// Says how long a text is when little of its limit is left. The program counts the same characters.
function addCount(control) {
  const said = document.createElement('small');
  const most = Number(control.dataset.most);
  const show = () => {
    const typed = [...control.value].length;
    said.textContent = typed < most * 0.8 ? '' : `${typed} / ${most}`;
    said.classList.toggle('fault', typed > most);
  };
  said.setAttribute('role', 'status');
  control.addEventListener('input', afterPause(show, 300));
  control.after(said);
  show();
}

function addComfort(place) {
  place.querySelectorAll('[data-most]').forEach(addCount);
  place.querySelectorAll('textarea[data-markdown]').forEach((area) => {
    addToolbar(area);
    addPreview(area);
    takePastes(area);
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// Rows

// The form as the program makes it of what was typed, with the row that BUTTON adds, moves or takes away.
async function changed(form, button) {
  const path = form.getAttribute('action');
  const answer = await fetch(path, { method: 'POST', body: new FormData(form, button), redirect: 'error' });
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector(`form.record[action="${CSS.escape(path)}"]`).childNodes;
}

// In the list beside a form, the parts say whether something in them has changed.
function markParts(form) {
  const mark = () => {
    for (const said of document.querySelectorAll('.parts [data-changed]')) {
      const part = form.querySelector(said.parentElement.querySelector('a').hash);
      said.hidden = ![...part.elements].filter(isKept).some((field) => valueNow(field) !== valueShown(field));
    }
  };
  form.addEventListener('input', afterPause(mark, 200));
  form.addEventListener('rows', mark);
}

// Rows are changed without leaving the page; when that fails, as without scripts.
function changeRows(form, state) {
  let plain = false;
  // Screen readers may take the focus that a button of the former form had for that of the new one, and say nothing: the row is said, too.
  const said = Object.assign(document.createElement('p'), { className: 'hidden' });
  said.setAttribute('role', 'status');
  form.after(said);
  form.addEventListener('submit', async (event) => {
    const button = event.submitter;
    if (plain || !button?.closest('.moves')) return;
    event.preventDefault();
    said.textContent = '';
    try {
      const made = changed(form, button);
      form.inert = true; // what would be typed meanwhile would be lost
      form.replaceChildren(...await made);
      state.sent = true;
      addComfort(form);
      form.dispatchEvent(new Event('rows'));
    } catch {
      plain = true;
    }
    form.inert = false;
    if (plain) return button.click();
    const reached = form.querySelector('[autofocus]');
    reached?.focus();
    said.textContent = (reached?.closest('.row')?.querySelector('legend') ?? reached)?.textContent ?? '';
    return undefined;
  });
}

if (comfort) {
  const forms = [...document.querySelectorAll('main form.fields')];
  const path = takeSent();
  const saved = path && document.querySelector('main .notice[role=status]');
  const fresh = !saved && path === location.pathname && forms.length > 0;
  const answered = forms.length > 0 && location.search.startsWith('?answer=');
  const state = { sent: fresh || answered, fresh };
  forgetOld();
  if (saved) for (const key of store.keys()) if (key.startsWith(keyOf(path))) store.remove(key);
  history.replaceState(history.state, '', location.href); // also where an answer could not be kept, Back does not ask to send the form again
  addComfort(document.querySelector('main'));
  forms.forEach((form, number) => keepCopies(form, number, state));
  forms.filter((form) => form.matches('.record')).forEach((form) => {
    changeRows(form, state);
    markParts(form);
  });
  warn(forms, state);
}
