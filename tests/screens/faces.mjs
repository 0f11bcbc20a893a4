/** The pages of each role, and how to come to know the ids that stand in their addresses. */

const first = (list, fits = () => true) => list.find(fits) ?? list[0]

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
        call: calls[0]?.id
      }
    },
    pages: [
      { name: 'home', path: '/pages/home', faces: '/api/dashboards/family', empty: { elders: [] } },
      { name: 'elder', path: ({ elder }) => `/family/elder?id=${elder}` },
      { name: 'report', path: ({ report }) => report && `/family/report?id=${report}` },
      { name: 'agreement', path: ({ paper }) => paper && `/family/agreement?id=${paper}`, then: ['read-text'] },
      { name: 'agreement-filed', path: ({ filed }) => filed && `/family/agreement?id=${filed}` },
      { name: 'draft', path: ({ elder }) => `/family/draft?elder=${elder}` },
      { name: 'book', path: ({ elder }) => `/family/book?elder=${elder}` },
      { name: 'call', path: ({ call }) => call && `/call/detail?id=${call}` },
      { name: 'inbox', path: '/pages/inbox', faces: '/api/notifications', empty: { items: [], next_cursor: null, unread: 0 } },
      { name: 'me', path: '/pages/me' },
      { name: 'where', path: '/family/where' },
      { name: 'consents', path: '/family/consents' }
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
        name: 'today', path: '/pages/today', faces: '/api/dashboards/today', empty: { visits: [], calls: [], agreements: [] }
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
      { name: 'part', path: ({ elder }) => `/visit/part?elder=${elder}`, then: ['part-safety'] },
      { name: 'wish', path: ({ elder }) => `/visit/wish?elder=${elder}`, elder: true },
      { name: 'wish-words', path: ({ elder }) => `/visit/wish?elder=${elder}`, then: ['wish-yes'] },
      ...[
        ['consent-text', []],
        ['consent-answer', ['text-read']],
        ['consent-sign', ['text-read', 'consent-yes']]
      ].map(([name, then]) => ({
        name,
        path: ({ consent }) => consent && `/visit/consent?agreement=${consent.id}&elder=${consent.elder_id}`,
        elder: true,
        then
      })),
      { name: 'call', path: ({ call }) => call && `/call/detail?id=${call}` },
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
      return { paper: tasks.agreements[0]?.id ?? papers[0]?.id, elder: elders[0]?.id }
    },
    pages: [
      {
        name: 'todo',
        path: '/pages/todo',
        phone: true,
        faces: '/api/dashboards/committee',
        empty: { agreements: [], overdue: [], claims: [], volunteers: [] }
      },
      { name: 'agreement', path: ({ paper }) => paper && `/office/agreement?id=${paper}`, phone: true },
      { name: 'agreements', path: '/office/agreements' },
      { name: 'elders', path: '/office/elders', phone: true },
      { name: 'elder', path: ({ elder }) => `/office/elder?id=${elder}` },
      { name: 'volunteers', path: '/office/volunteers' },
      { name: 'screening', path: '/office/screening', phone: true }
    ]
  },
  { role: 'township', office: true, ids: async () => ({}), pages: [{ name: 'figures', path: '/pages/county' }, { name: 'screening', path: '/office/screening' }] },
  {
    role: 'county', office: true, ids: async () => ({}), pages: [{ name: 'figures', path: '/pages/county', phone: true }]
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
