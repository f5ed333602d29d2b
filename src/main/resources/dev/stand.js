const groups = [
  { title: '市级 · City', roles: ['city-leader', 'city-officer'] },
  { title: '县级与乡镇 · Counties and towns', roles: ['county-leader', 'county-officer'] },
  { title: '行业部门 · Departments', roles: ['department-officer'] },
  { title: '企业 · Enterprises', roles: ['enterprise-manager', 'enterprise-worker'] },
  { title: '系统与审计 · Integration and audit', roles: ['integration', 'auditor'] },
];

function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

function claimsText({ division, department, industries, matters, enterprise, scope }) {
  return Object.entries({ division, department, industries, matters, enterprise, scope })
    .filter(([, value]) => value)
    .map(([claim, value]) => `${claim} ${value}`)
    .join(' · ');
}

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  button.classList.add('done');
  setTimeout(() => button.classList.remove('done'), 1500);
}

function card({ persona, token, curl }, signedIn) {
  const node = document.getElementById('persona').content.cloneNode(true).firstElementChild;
  const texts = {
    ...persona, token, curl,
    areaZh: persona.area.zh, areaEn: persona.area.en,
    descriptionZh: persona.description.zh, descriptionEn: persona.description.en,
  };
  node.querySelectorAll('[data-text]').forEach((it) => { it.textContent = texts[it.dataset.text]; });
  node.querySelectorAll('[data-copy]').forEach((it) => { it.onclick = () => copy(it, texts[it.dataset.copy]); });
  node.querySelector('.claims').textContent = claimsText(persona);
  node.querySelector('form').action = `/dev/login/${persona.subject}`;
  node.classList.toggle('current', persona.subject === signedIn);
  return node;
}

function session(persona) {
  if (!persona) {
    return ['未登录 ', element('span', { lang: 'en', textContent: 'Nobody is logged in.' })];
  }
  const logOut = element('form', { method: 'post', action: '/dev/logout' },
    element('button', { textContent: '退出 · Log out' }));
  return [
    element('strong', { textContent: `${persona.name} ${persona.subject}` }),
    element('span', { textContent: '已登录' }),
    element('span', { lang: 'en', textContent: 'is logged in: /graphql and /evidence see this persona.' }),
    logOut,
  ];
}

async function show() {
  const { signedIn, personas } = await (await fetch('/dev/personas')).json();
  const current = personas.find((it) => it.persona.subject === signedIn)?.persona;
  document.getElementById('session').replaceChildren(...session(current));
  document.getElementById('personas').replaceChildren(...groups.flatMap(({ title, roles }) => [
    element('h3', { textContent: title }),
    element('section', {}, ...personas.filter((it) => roles.includes(it.persona.role)).map((it) => card(it, signedIn))),
  ]));
}

show();
