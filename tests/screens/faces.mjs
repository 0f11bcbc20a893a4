/** The pages of each role, and how to come to know the ids that stand in their addresses. */

const first = (list, fits = () => true) => list.find(fits) ?? list[0]

const HEADS = '村,姓名,性别,出生日期,是否独居,血型,赡养人1姓名,赡养人1电话'
const row = (number, village = '松树坪村', gender = '女') =>
  `${village},段小${'甲乙丙丁戊己庚辛'[number]},${gender},194${number}-03-12,是,A,段家${'春夏秋冬东西南北'[number]},1350000010${number}`
const SHEETS = {
  right: [HEADS, ...[0, 1, 2, 3, 4, 5].map((one) => row(one))].join('\n'),
  wrong: [HEADS, row(0), row(1, '没有的村'), row(2), row(3, '松树坪村', '不详')].join('\n'),
  unread: '老人资料见附件'
}
const CHECKING = {
  id: '00000000-0000-4000-8000-000000000000', division_id: '00000000-0000-4000-8000-000000000000', state: 'checking',
  rows_read: 2300, rows_at_most: 6000, problems: 0, added: 0, changed: 0, unchanged: 0, refusal: null,
  asked_at: '2026-11-22T02:00:00Z', finished_at: null
}

const OWN_CASES = {
  items: [
    {
      id: '00000000-0000-4000-8000-000000000000', elder: '李桂兰', village: '上寨村', township: '石门乡', ground: 'no_contact',
      state: 'listed', warned_on: '2026-10-08', hearing_on: '2026-10-15', listed_until: '2027-01-20',
      decision: ['半年没有联系，约过两次没有来；每周打一次电话，满一个月就提前撤下。'], may_appeal: true
    }
  ]
}

// The demo's elders all care for themselves: these are shown as the server would tell of others.
const CARE = {
  as_of: '2026-11-22',
  items: [
    {
      division_id: '00000000-0000-4000-8000-000000000000', parent_id: null, code: '539901101000', name: '青石镇', level: 'township',
      dependent: 9, rate: 0.7778, agreement: 4, child: 2, guardian: 1, nobody: 2
    }
  ]
}
// The demo's host comes: this is shown as the server would ask another.
const OFFERS = {
  items: [{
    call_id: '00000000-0000-7000-8000-000000000021', elder_id: '00000000-0000-7000-8000-000000000022', elder: '李秀英',
    village: '上坪村', starts_at: '2026-12-31T12:00:00Z', answer_by: '2026-12-31T11:00:00Z'
  }]
}
const CHECKS = (id, more) => ({
  id, elder_id: id, name: '李秀英', village: '上坪村', address: '三组 12 号', visitor: '张晓敏', mode: 'home',
  month: '2026-10-01', gone: false, reported_on: null, result: null, came: null, came_on: null, minutes: null,
  there: null, day: null, length: null, opinion: null, checked_by: null, ...more
})
const DRAWS = {
  items: [{
    id: '00000000-0000-7000-8000-000000000001', division_id: '00000000-0000-7000-8000-000000000002', place: '石门乡',
    month: monthBefore(), seed: '9f2c'.repeat(16), random: '00', anchor: '00', seeded_at: '2026-11-02T01:00:00Z',
    drawn_at: '2026-11-02T01:05:00Z', reports: 61, reports_hash: 'ab', drawn: 3, checked: 2
  }]
}
const DRAWN = {
  items: [
    CHECKS('00000000-0000-7000-8000-000000000011', {}),
    CHECKS('00000000-0000-7000-8000-000000000012', {
      name: '和桂兰', result: 'met', came: 'yes', came_on: '2026-10-09', minutes: 10, there: 'agrees', day: 'differs',
      length: 'unknown', reported_on: '2026-10-12', opinion: '人很好，就是来得急，没坐下就走了', checked_by: '赵乡长'
    }),
    CHECKS('00000000-0000-7000-8000-000000000013', {
      name: '杨万福', result: 'unreachable', there: 'unknown', day: 'unknown', length: 'unknown',
      reported_on: '2026-10-20', checked_by: '赵乡长'
    })
  ],
  next_cursor: null
}
const QUALITY = {
  items: ['bulk', 'same_words'].map((kind, number) => ({
    id: `00000000-0000-7000-8000-00000000002${number}`, kind, village: '上坪村', visitor: '张晓敏', month: '2026-11-01',
    reports: ['李秀英', '和桂兰', '杨万福'].map((name, at) => ({
      id: `00000000-0000-7000-8000-00000000003${at}`, elder_id: '00000000-0000-7000-8000-000000000040', name,
      village: '上坪村', visited_at: `2026-11-0${at + 2}T03:00:00Z`, received_at: `2026-11-05T12:0${at}:00Z`
    })),
    raised_at: '2026-11-06T00:00:00Z', answer: number ? '三位都住一个院子，情况差不多，已提醒分开写' : null,
    answered_by: number ? '赵乡长' : null, answered_at: number ? '2026-11-07T03:00:00Z' : null
  })),
  next_cursor: null
}
const STANDINGS = {
  items: [
    ['李秀英', 'missed', {}], ['和桂兰', 'hospital', { hospital: 18 }], ['杨万福', 'came_late', { came: 12 }],
    ['木石匠', 'left_early', { left: 20 }], ['李桂香', 'from_afar', {}]
  ].map(([name, standing, more]) => ({
    elder_id: '00000000-0000-7000-8000-000000000040', name, village: '上坪村', standing, came: 0, left: 0, hospital: 0,
    away: 0, with_child: 0, ...more
  })),
  next_cursor: null
}

/** The first of the month before this one. */
function monthBefore() {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() - 1, 1)).toISOString().slice(0, 10)
}

const UNATTENDED = {
  items: [
    { elder_id: '00000000-0000-4000-8000-000000000001', name: '李桂兰', village: '松树坪村' },
    { elder_id: '00000000-0000-4000-8000-000000000002', name: '段正明', village: '石桥村' }
  ],
  next_cursor: null
}

/** Each entry: name, path (or a function of the role's ids), and what makes it special. */
export const ROLES = [
  {
    role: 'supporter',
    after: ({ sign }, { paper }) => paper && sign(paper, 'sign'),
    ids: async (ask) => {
      const { elders } = await ask('/api/dashboards/family')
      const elder = elders[0].elder.id
      const reports = (await ask(`/api/visits/reports?elder_id=${elder}`)).items
      const papers = (await ask('/api/agreements')).items
      const calls = (await ask('/api/calls')).items
      return {
        elder,
        report: first(reports, (one) => one.photo_ids.length)?.id,
        paper: first(papers, (one) => one.waits_for)?.id,
        filed: papers.find((one) => one.number)?.id,
        filedOf: papers.find((one) => one.number)?.elder_id,
        incident: first((await ask('/api/incidents')).items)?.id,
        call: calls[0]?.id
      }
    },
    pages: [
      { name: 'home', path: '/pages/home', faces: '/api/dashboards/family', empty: { elders: [] } },
      { name: 'elder', path: ({ elder }) => `/family/elder?id=${elder}` },
      { name: 'concern', path: ({ elder }) => `/family/concern?elder=${elder}`, waits: 'incident', then: ['kind-illness', 'more'] },
      { name: 'incident', path: ({ incident }) => `/family/incident?id=${incident}`, waits: 'seen', faces: ({ incident }) => `/api/incidents/${incident}` },
      { name: 'report', path: ({ report }) => report && `/family/report?id=${report}` },
      { name: 'report-said', path: ({ report }) => report && `/family/report?id=${report}`, then: ['thank', 'ask'] },
      {
        name: 'timeline',
        path: ({ elder }) => `/family/timeline?id=${elder}`,
        faces: ({ elder }) => `/api/elders/${elder}/year`,
        empty: { items: [], next_cursor: null }
      },
      { name: 'agreement', path: ({ paper }) => paper && `/family/agreement?id=${paper}`, then: ['read-text'] },
      { name: 'agreement-filed', path: ({ filed }) => filed && `/family/agreement?id=${filed}`, then: ['act-detail-0', 'doing-suspend'] },
      { name: 'agreement-end', path: ({ filed }) => filed && `/family/agreement?id=${filed}`, then: ['doing-end'] },
      { name: 'agreement-decline', path: ({ paper }) => paper && `/family/agreement?id=${paper}`, then: ['doing-decline'] },
      { name: 'draft', path: ({ elder }) => `/family/draft?elder=${elder}` },
      { name: 'draft-renewal', path: ({ filedOf, filed }) => filed && `/family/draft?elder=${filedOf}&renews=${filed}`, then: ['capable-no'] },
      { name: 'book', path: ({ elder }) => `/family/book?elder=${elder}` },
      { name: 'call', path: ({ call }) => call && `/call/detail?id=${call}` },
      { name: 'inbox', path: '/pages/inbox', faces: '/api/notifications', empty: { items: [], next_cursor: null, unread: 0 } },
      { name: 'me', path: '/pages/me' },
      { name: 'where', path: '/family/where' },
      { name: 'lost', path: '/family/lost', then: ['lost-other'] },
      { name: 'contacts', path: '/family/contacts', faces: '/api/families/contacts', empty: { items: [] } },
      { name: 'contacts-telling', path: '/family/contacts', then: ['begin-contact', 'contact-phone', 'begin-rhythm'] },
      { name: 'duty', path: '/family/duty', answers: [() => '/api/families/cases/own', OWN_CASES] },
      { name: 'duty-appeal', path: '/family/duty', answers: [() => '/api/families/cases/own', OWN_CASES], then: ['begin-appeal'] },
      { name: 'duty-none', path: '/family/duty', faces: '/api/families/cases/own', empty: { items: [] } },
      { name: 'consents', path: '/family/consents' },
      { name: 'file', path: ({ elder }) => `/family/file?id=${elder}`, faces: ({ elder }) => `/api/elders/${elder}/file` },
      {
        name: 'file-asking',
        path: ({ elder }) => `/family/file?id=${elder}`,
        then: ['services-open', 'open-health', 'correction-new', 'correction-part-family']
      }
    ]
  },
  {
    role: 'caregiver',
    after: ({ sign }, { paper }) => paper && sign(paper, 'accept'),
    ids: async (ask) => ({ paper: first((await ask('/api/agreements')).items, (one) => one.waits_for)?.id }),
    pages: [
      { name: 'home', path: '/pages/home' },
      { name: 'agreement', path: ({ paper }) => paper && `/family/agreement?id=${paper}`, then: ['read-text'] },
      { name: 'me', path: '/pages/me' }
    ]
  },
  {
    role: 'volunteer',
    ids: async (ask) => {
      const today = await ask('/api/dashboards/today')
      const consent = first(today.agreements, (one) => one.waits_for === 'consent')
      return { elder: today.visits[0]?.elder.id, call: today.calls[0]?.id, consent }
    },
    pages: [
      {
        name: 'today', path: '/pages/today', faces: '/api/dashboards/today', empty: { visits: [], moved: [], festival: null, calls: [], agreements: [] }
      },
      { name: 'visit-question', path: ({ elder }) => `/visit/form?elder=${elder}` },
      {
        name: 'visit-watch', path: ({ elder }) => `/visit/form?elder=${elder}`, then: ['answer-health-watch']
      },
      {
        name: 'visit-last',
        path: ({ elder }) => `/visit/form?elder=${elder}`,
        then: ['health', 'economy', 'family_duty', 'safety', 'needs'].flatMap((domain) => [`answer-${domain}-good`, 'next'])
      },
      {
        name: 'visit-hazards',
        path: ({ elder }) => `/visit/form?elder=${elder}`,
        then: ['answer-health-good', 'next', 'answer-economy-good', 'next', 'answer-family_duty-good', 'next', 'answer-safety-help']
      },
      {
        name: 'visit-more',
        path: ({ elder }) => `/visit/form?elder=${elder}`,
        then: [
          ...['health', 'economy', 'family_duty', 'safety', 'needs'].flatMap((domain) => [`answer-${domain}-good`, 'next']),
          ...['open-needs', 'need-meals', 'open-changes', 'change-phone', 'change-home']
        ]
      },
      { name: 'concern', path: ({ elder }) => `/family/concern?elder=${elder}`, waits: 'ring-duty' },
      { name: 'part', path: ({ elder }) => `/visit/part?elder=${elder}`, then: ['part-safety'] },
      { name: 'wish', path: ({ elder }) => `/visit/wish?elder=${elder}`, elder: true },
      { name: 'sharing', path: ({ elder }) => `/visit/sharing?elder=${elder}`, elder: true },
      {
        name: 'sharing-said',
        path: ({ elder }) => `/visit/sharing?elder=${elder}`,
        then: ['share-yes', 'share-no', 'share-yes', 'share-yes', 'share-yes', 'share-no', 'share-yes']
      },
      { name: 'thanks', path: '/visit/thanks', faces: '/api/visits/replies', empty: { items: [], next_cursor: null } },
      { name: 'wish-words', path: ({ elder }) => `/visit/wish?elder=${elder}`, then: ['wish-yes'] },
      ...[
        ['consent-summary', []],
        ['consent-text', ['summary-heard']],
        ['consent-answer', ['summary-heard', 'read-out', 'text-read']],
        ['consent-sign', ['summary-heard', 'read-out', 'text-read', 'consent-yes']]
      ].map(([name, then]) => ({
        name,
        path: ({ consent }) => consent && `/visit/consent?agreement=${consent.id}&elder=${consent.elder_id}`,
        elder: true,
        then
      })),
      ...[
        ['consent-no', ['consent-no']],
        ['consent-later', ['consent-later']],
        ['consent-spoken', ['consent-yes', 'other-means', 'other-means']]
      ].map(([name, last]) => ({
        name,
        path: ({ consent }) => consent && `/visit/consent?agreement=${consent.id}&elder=${consent.elder_id}`,
        then: ['summary-heard', 'read-out', 'text-read', ...last]
      })),
      { name: 'call', path: ({ call }) => call && `/call/detail?id=${call}`, then: ['says-yes', 'minor', 'minor-shown-hidden'] },
      { name: 'call-outcome', path: ({ call }) => call && `/call/outcome?id=${call}`, then: ['skill-helped', 'phoned'] },
      { name: 'call-offers', path: '/call/offers', waits: 'offer', answers: [() => '/api/calls/offers', OFFERS] },
      { name: 'call-offers-none', path: '/call/offers', faces: '/api/calls/offers', empty: { items: [] } },
      { name: 'inbox', path: '/pages/inbox' },
      { name: 'me', path: '/pages/me' }
    ]
  },
  {
    role: 'committee',
    office: true,
    ids: async (ask) => {
      const tasks = await ask('/api/dashboards/committee')
      const elders = (await ask('/api/elders')).items
      const papers = (await ask('/api/agreements')).items
      const desk = (await ask('/api/agreements/desk')).items
      const due = (await ask('/api/elders/unconfirmed')).items
      const story = first(elders, (one) => one.name === '李桂兰')?.id
      const duty = (await ask('/api/families/cases')).items[0]?.id
      const visit = (await ask('/api/visits/needs')).items[0]?.report_id
      const incident = first((await ask('/api/incidents')).items)?.id
      const closed = first((await ask('/api/incidents?closed=true')).items)?.id
      return { paper: tasks.agreements[0]?.id ?? papers[0]?.id, elder: story, due: due[0]?.elder_id, duty, visit, incident, closed }
      return { paper: desk[0]?.agreement.id ?? papers[0]?.id, elder: story, due: due[0]?.elder_id }
    },
    pages: [
      {
        name: 'todo',
        path: '/pages/todo',
        phone: true,
        faces: '/api/dashboards/committee',
        empty: { agreements: [], overdue: [], claims: [], volunteers: [], requests: 0, corrections: 0, needs: 0, proposals: 0 },
        emptyToo: { '/api/tasks': { items: [], next_cursor: null }, '/api/screenings': { items: [] } }
      },
      { name: 'agreement', path: ({ paper }) => paper && `/office/agreement?id=${paper}`, phone: true },
      { name: 'visitors', path: '/office/visitors', phone: true, then: ['choose-visitor'] },
      { name: 'calendar', path: '/office/calendar', phone: true },
      { name: 'overdue', path: '/office/overdue', phone: true },
      { name: 'evenings', path: '/office/evenings', phone: true, waits: 'evening', faces: '/api/calls/forecast' },
      { name: 'agreements', path: '/office/agreements', phone: true },
      { name: 'elders', path: '/office/elders', phone: true },
      {
        name: 'elder',
        path: ({ elder }) => `/office/elder?id=${elder}`,
        phone: true,
        waits: 'file-profile',
        faces: ({ elder }) => `/api/elders/${elder}/file`
      },
      {
        name: 'elder-changes',
        path: ({ elder }) => `/office/elder?id=${elder}`,
        then: ['open-health', 'write-needs', 'override-open', 'leave-open', 'contacts-open', 'readings-open', 'confirm-file']
      },
      {
        name: 'elder-beside',
        path: ({ elder }) => `/office/elder?id=${elder}`,
        phone: true,
        then: ['card-open', 'request-new', 'request-answer-open', 'correction-answer-open', 'where-open', 'home-open', 'consents-open', 'ask-health'],
        after: 'province'
      },
      { name: 'elder-capacity', path: ({ elder }) => `/office/elder?id=${elder}`, phone: true, then: ['capacity-open', 'capacity-limited'] },
      { name: 'own-visits', path: '/pages/today', phone: true },
      { name: 'found', path: '/office/found', phone: true, faces: '/api/visits/needs' },
      { name: 'found-settling', path: '/office/found', then: ['need-refer-open', 'proposal-decline-open'] },
      { name: 'visit', path: ({ visit }) => visit && `/office/visit?id=${visit}`, phone: true, faces: ({ visit }) => `/api/visits/reports/${visit}` },
      { name: 'asked', path: '/office/asked', phone: true, faces: '/api/corrections/open' },
      { name: 'asked-answering', path: '/office/asked', then: ['request-answer-open', 'correction-answer-open', 'outcome-refused'] },
      { name: 'talks', path: '/office/talks', phone: true, faces: '/api/tasks', empty: { items: [], next_cursor: null } },
      { name: 'talk', path: ({ elder }) => `/office/talk?elder=${elder}`, phone: true, waits: 'talk-form' },
      { name: 'duty', path: '/office/duty', phone: true, waits: 'duty-case', faces: '/api/families/cases/counts', empty: { items: [] } },
      { name: 'duty-case', path: ({ duty }) => duty && `/office/case?id=${duty}`, phone: true, waits: 'duty-form', faces: ({ duty }) => `/api/families/cases/${duty}` },
      { name: 'duty-police', path: ({ duty }) => duty && `/office/case?id=${duty}`, waits: 'duty-form', then: ['duty-others', 'duty-step-police'] },
      { name: 'accuse', path: ({ elder }) => `/office/accuse?elder=${elder}`, phone: true, waits: 'open-case' },
      { name: 'incidents', path: '/office/incidents', phone: true, waits: 'incident', faces: '/api/incidents' },
      { name: 'incident', path: ({ incident }) => `/office/incident?id=${incident}`, phone: true, waits: 'incident-form', faces: ({ incident }) => `/api/incidents/${incident}` },
      { name: 'incident-taken', path: ({ incident }) => `/office/incident?id=${incident}`, waits: 'incident-form', then: ['take-incident-step', 'incident-step-hand_over', 'service-police'] },
      { name: 'incident-closed', path: ({ closed }) => `/office/incident?id=${closed}`, phone: true, waits: 'incident-form' },
      { name: 'plan', path: '/office/plan', phone: true, waits: 'escalation', then: ['change-holder'] },
      { name: 'services', path: '/office/services', phone: true, waits: 'service-lines', faces: '/api/services' },
      { name: 'register', path: '/office/register', phone: true },
      { name: 'facts', path: ({ elder }) => `/office/facts?elder=${elder}`, phone: true, faces: ({ elder }) => `/api/elders/${elder}/findings` },
      { name: 'assess', path: ({ elder }) => `/office/assess?elder=${elder}`, phone: true, then: ['eating-4', 'stairs-2'], faces: ({ elder }) => `/api/elders/${elder}` },
      { name: 'judge', path: ({ elder }) => `/office/judge?elder=${elder}`, phone: true, faces: ({ elder }) => `/api/elders/${elder}/findings` },
      { name: 'judged', path: ({ elder }) => `/office/judge?elder=${elder}`, then: ['save-judgement'], after: 'judged' },
      {
        name: 'unconfirmed',
        path: ({ due }) => due && '/office/unconfirmed',
        phone: true,
        faces: '/api/elders/unconfirmed',
        empty: { items: [], next_cursor: null }
      },
      { name: 'confirmed', path: ({ due }) => due && '/office/unconfirmed', then: ['confirm-file'], after: 'confirmed-what' },
      { name: 'ledger', path: '/office/ledger', phone: true },
      { name: 'help', path: '/office/help', phone: true, waits: 'helped', faces: '/api/elders/key-help/counts', empty: { items: [] } },
      { name: 'left', path: '/office/left', phone: true, waits: 'left', faces: '/api/elders/left', empty: { items: [], next_cursor: null } },
      { name: 'left-where', path: '/office/left', waits: 'left', then: ['where-open'], after: 'where-form' },
      { name: 'readings', path: ({ elder }) => `/office/elder?id=${elder}`, waits: 'file-profile', then: ['readings-open'] },
      { name: 'readers', path: ({ elder }) => `/office/elder?id=${elder}`, waits: 'file-profile', then: ['readers-open'] },
      { name: 'export', path: '/office/export', phone: true },
      { name: 'volunteers', path: '/office/volunteers' },
      { name: 'screening', path: '/office/screening', phone: true }
    ]
  },
  {
    role: 'township',
    office: true,
    ids: async (ask, handIn) => {
      const { roles } = await ask('/api/sessions/current')
      const elders = (await ask('/api/elders')).items
      const place = roles.find((held) => held.role === 'township').division_id
      const [wrong, unread, right] = [await handIn(place, SHEETS.wrong), await handIn(place, SHEETS.unread), await handIn(place, SHEETS.right)]
      return { elder: elders[0]?.id, wrong, unread, right }
    },
    pages: [
      { name: 'figures', path: '/pages/county', phone: true, waits: 'rates-care' },
      { name: 'overdue', path: '/office/overdue' },
      {
        name: 'figures-steps',
        path: '/pages/county',
        phone: true,
        answers: [() => '/api/statistics/care', CARE],
        waits: 'rates-care',
        then: ['rates-steps']
      },
      {
        name: 'unattended',
        path: '/office/unattended',
        phone: true,
        answers: [() => '/api/statistics/unattended', UNATTENDED],
        waits: 'unattended',
        faces: '/api/statistics/unattended',
        empty: { items: [], next_cursor: null }
      },
      {
        name: 'visiting',
        path: '/office/visiting',
        phone: true,
        answers: [() => '/api/statistics/visits/elders', STANDINGS],
        waits: 'standing',
        faces: '/api/statistics/visits/elders',
        empty: { items: [], next_cursor: null }
      },
      { name: 'spot-checks', path: '/office/spot-checks', phone: true, faces: '/api/visits/spot-checks/draws' },
      {
        name: 'spot-check',
        path: '/office/spot-checks',
        phone: true,
        answers: [() => '/api/visits/spot-checks/draws', DRAWS, () => '/api/visits/spot-checks', DRAWN],
        waits: 'spot-check',
        then: ['check-open', 'check-met-met', 'check-came-yes', 'check-knows-day']
      },
      {
        name: 'quality',
        path: '/office/quality',
        phone: true,
        answers: [() => '/api/visits/quality-questions', QUALITY],
        waits: 'quality-question',
        then: ['quality-open'],
        faces: '/api/visits/quality-questions',
        empty: { items: [], next_cursor: null }
      },
      { name: 'elder', path: ({ elder }) => elder && `/office/elder?id=${elder}`, then: ['move-open'], after: 'move-form' },
      { name: 'import', path: '/office/import' },
      {
        name: 'import-checking',
        path: ({ right }) => `/office/import?id=${right}`,
        answers: [({ right }) => `/api/elders/imports/${right}`, CHECKING]
      },
      {
        name: 'import-problems',
        path: ({ wrong }) => `/office/import?id=${wrong}`,
        waits: 'import-problems',
        phone: true,
        faces: ({ wrong }) => `/api/elders/imports/${wrong}`
      },
      { name: 'import-refused', path: ({ unread }) => `/office/import?id=${unread}`, waits: 'import-refused' },
      { name: 'import-right', path: ({ right }) => `/office/import?id=${right}`, waits: 'import-checked' },
      { name: 'import-stored', path: ({ right }) => `/office/import?id=${right}`, waits: 'import-checked', then: ['store'], after: 'import-stored' },
      { name: 'export', path: '/office/export', waits: 'village-all' },
      { name: 'downloaded', path: '/office/export', waits: 'village-all', then: ['form-provincial', 'download'], after: 'downloaded' },
      { name: 'ledger', path: '/office/ledger' },
      { name: 'help', path: '/office/help', phone: true, waits: 'helped' },
      { name: 'left', path: '/office/left', phone: true, waits: 'left' },
      { name: 'doubles', path: '/office/doubles', phone: true, waits: 'pair', faces: '/api/elders/doubles', empty: { items: [], next_cursor: null } },
      { name: 'doubles-merge', path: '/office/doubles', waits: 'pair', then: ['keep-0'], after: 'merge-confirm' },
      { name: 'merged', path: '/office/doubles', waits: 'pair', then: ['keep-0', 'merge'], after: 'merged' },
      { name: 'places', path: '/office/places' },
      { name: 'unconfirmed', path: '/office/unconfirmed' },
      { name: 'services', path: '/office/services', phone: true, then: ['service-open', 'service-ends-day'] },
      { name: 'screening', path: '/office/screening' }
    ]
  },
  {
    role: 'county',
    office: true,
    ids: async () => ({}),
    pages: [
      { name: 'figures', path: '/pages/county', phone: true, waits: 'rates-care' },
      { name: 'incidents', path: '/office/incidents', waits: 'incident-count' },
      { name: 'plan', path: '/office/plan', waits: 'escalation' },
      { name: 'ledger', path: '/office/ledger', phone: true, faces: '/api/elders/ledger', empty: { as_of: '2026-11-22', since: '2026-10-01', items: [] } },
      { name: 'screening', path: '/office/screening' },
      { name: 'ledger-township', path: '/office/ledger', then: ['into-539901101000'], after: 'to-539901000000' },
      { name: 'help', path: '/office/help', waits: 'help-count' },
      { name: 'duty', path: '/office/duty', waits: 'duty-count' },
      { name: 'policies', path: '/office/policies', phone: true },
      { name: 'policies-changing', path: '/office/policies', phone: true, then: ['change-visit_rhythm'] },
      { name: 'places', path: '/office/places', phone: true, faces: '/api/divisions/tree', empty: { as_of: '2026-11-22', items: [] } },
      { name: 'places-merge', path: '/office/places', then: ['merge-539901101201', 'to-village-539901101202'], after: 'taken-along' },
      { name: 'import', path: '/office/import' }
    ]
  },
  {
    role: 'anyone',
    ids: async () => ({}),
    pages: [
      { name: 'sign-in', path: '/pages/sign-in' },
      { name: 'check', path: '/check' }
    ]
  }
]
