/** What a place settles for itself, in words: each kind with its numbers and its yes or no. */
import type { PolicyName } from '@/api/policies'

export interface PolicyWords {
  title: string
  hint: string
  /** Numbers, each with its unit. */
  numbers: Record<string, [words: string, unit: string]>
  /** What is so or not. */
  ticks?: Record<string, string>
  /** One of a few. */
  choice?: { key: string; words: string; choices: { value: string; words: string }[] }
}

export const POLICY_WORDS: Record<PolicyName, PolicyWords> = {
  visit_rhythm: {
    title: '多久探访一次',
    hint: '从上次探访算起，最多隔几天。上级要求每月至少一次。',
    numbers: { high: ['重点对象', '天'], medium: ['次重点对象', '天'], routine: ['一般对象', '天'], unclassified: ['还没分类的', '天'], high_risk: ['高风险的', '天'], cadre: ['包保干部', '天'] }
  },
  visit_counting: {
    title: '探访率怎么算',
    hint: '不算应访的人会连同原因列出来。',
    numbers: { came_by: ['当月几号后入册的不算应访（0 是当月入册的都不算）', '号'], left_from: ['当月几号前离册的不算应访（32 是当月离册的都不算）', '号'], hospital_days: ['住院超过', '天不算'], away_days: ['外出超过', '天不算'] },
    ticks: { phone: '电话探访算', video: '视频探访算', group: '集体活动算', key_people_in_person: '重点对象必须有一次上门' }
  },
  occasions: {
    title: '节日、生日和急事看望',
    hint: '提前几天去都算，急事要在几小时内去。',
    numbers: { festival_days: ['节日前', '天内'], birthday_days: ['生日前', '天内'], event_hours: ['家里有事', '小时内'] },
    ticks: { weather_by_phone: '坏天气可以打电话看望', event_by_phone: '家里有事可以打电话看望' }
  },
  visit_quality: {
    title: '什么样的录入要问一问',
    hint: '只是提问，不是结论。',
    numbers: { entries: ['短时间内录入', '条'], entry_minutes: ['这么短的时间', '分钟'], same_words: ['同样的话写给', '位老人'], shortest_words: ['话至少', '个字才比'], travel_minutes: ['隔村上门相差不到', '分钟'], least_minutes: ['上门不到', '分钟'] }
  },
  spot_check_share: {
    title: '抽查多少',
    hint: '每个村按比例抽，不足的也要抽够。',
    numbers: { percent: ['每村抽', '%'], at_least: ['至少', '条'] }
  },
  family_reading: {
    title: '家人多久没看记录要打电话',
    hint: '一份记录也没打开过，才提醒村里。',
    numbers: { unread_days: ['没看满', '天'], answer_days: ['村里在几天内打完', '天'] }
  },
  call_booking: {
    title: '亲情连线怎么约',
    hint: '一次连线占多久，没人主持时怎么办。',
    numbers: { minutes: ['一次占用（连路上）', '分钟'], offer_minutes: ['找人替班，每人先问', '分钟'], committee_hours: ['没人主持，提前转村里', '小时'], nudge_days: ['没连线满，提醒家人', '天'] }
  },
  festival_calls: {
    title: '节日连线有多少',
    hint: '用来估算当晚忙不忙，好把时间错开。',
    numbers: { eve_times: ['除夕是平时的', '倍'], festival_times: ['其他节日是平时的', '倍'], evening_hours: ['可以错开到', '小时里'] }
  },
  call_capacity: {
    title: '连线服务器能承受多少',
    hint: '由管服务器的人填。',
    numbers: { call_ms: ['一路连线每秒占用一个核心', '毫秒'], cores: ['用于连线的核心', '个'], percent: ['最多用到', '%'] }
  },
  contact_rhythm: {
    title: '子女多久和老人联系一次',
    hint: '子女可以自己定，不超过最长的天数。',
    numbers: { usual_days: ['平常', '天'], longest_days: ['最长', '天'] }
  },
  whereabouts: { title: '子女多久确认一次去向', hint: '满了天数提醒本人。', numbers: { confirm_days: ['每', '天'] } },
  task_days: {
    title: '村里几天内处理',
    hint: '发现不该独居、该有子女留下的情况以后。',
    numbers: { must_not_live_alone: ['不该独居的', '天'], a_child_should_stay: ['该有子女留下的', '天'] }
  },
  risk_standard: {
    title: '风险怎么打分',
    hint: '每一条几分，几分起算中风险、高风险。',
    numbers: { must_not_live_alone: ['失能还独居', '分'], a_child_should_stay: ['该有子女留下', '分'], lives_alone: ['独居', '分'], very_old: ['高龄', '分'], ability_lost: ['失能', '分'], disabled: ['残疾', '分'], poor: ['困难', '分'], raises_a_minor: ['带着孩子', '分'], medium_from: ['中风险从', '分起'], high_from: ['高风险从', '分起'], answer_hours: ['高风险几小时内处理', '小时'] }
  },
  eligibility: {
    title: '谁算留守老人',
    hint: '满足这些才进留守老人名册。',
    numbers: { months_away: ['子女外出满', '个月'], minimum_age: ['老人满', '岁'] },
    ticks: { everyone_away: '子女全部外出才算' },
    choice: { key: 'away_from', words: '外出是指离开', choices: [{ value: 'county', words: '本县' }, { value: 'city', words: '本市' }, { value: 'province', words: '本省' }] }
  }
}

/** A value line by line: 重点对象 7 天 */
export function policyLines(words: PolicyWords, value: Record<string, unknown>): string[] {
  const { choice } = words
  return [
    ...(choice ? [`${choice.words}${choice.choices.find((one) => one.value === value[choice.key])?.words ?? ''}`] : []),
    ...Object.entries(words.numbers).map(([key, [ask, unit]]) => `${ask} ${value[key]} ${unit}`),
    ...Object.entries(words.ticks ?? {}).map(([key, ask]) => `${ask}：${value[key] ? '是' : '否'}`)
  ]
}
