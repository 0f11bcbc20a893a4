/**
 * The form of GB/T 42195-2022: 26 items in four groups, each with what its points stand for, the best first.
 * The standard's meaning in plain words; what decides in doubt is its own text.
 */
export interface AbilityItem {
  key: string
  words: string
  /** The best first; the last is nought. */
  answers: readonly string[]
}

export interface AbilityGroup {
  key: string
  words: string
  items: readonly AbilityItem[]
}

const HELP = ['自己就能做好', '要人在旁边提醒、指点', '要人搭把手，主要靠自己', '主要靠别人，自己能配合', '全靠别人，也不能配合']
const item = (key: string, words: string, answers: readonly string[] = HELP): AbilityItem => ({ key, words, answers })

export const ABILITY_GROUPS: readonly AbilityGroup[] = [
  {
    key: 'self_care',
    words: '自理能力',
    items: [
      item('eating', '进食', [
        '自己吃，不呛咳',
        '要人提醒，或自己用辅具，不呛咳',
        '要人少量帮忙，或偶尔（每月有过）呛咳',
        '要人大量帮忙，或经常（每周有过）呛咳',
        '全靠人喂，或吞咽困难、插胃管'
      ]),
      item('grooming', '修饰（洗脸、刷牙、梳头）'),
      item('bathing', '洗澡'),
      item('dressing_above', '穿脱上衣'),
      item('dressing_below', '穿脱裤子和鞋袜'),
      item('urine_control', '小便控制', [
        '能控制，次数正常',
        '白天能控制，夜里次数多或控制差，或自己用尿垫',
        '白天大多能控制，偶尔失禁（每天不到 1 次、每周超过 1 次），或要人少量帮忙用尿垫',
        '白天大多控制不了（每天 1 次以上），夜里失禁，或要人大量帮忙',
        '完全失禁，或留置导尿管'
      ]),
      item('bowel_control', '大便控制', [
        '能控制',
        '有时（每周不到 1 次）便秘或失禁，或自己用开塞露、尿垫',
        '经常（每天不到 1 次、每周超过 1 次）便秘或失禁，或要人少量帮忙',
        '大多（每天 1 次以上）便秘或失禁，还没有完全失控，或要人大量帮忙',
        '严重便秘或完全失禁，要靠人帮助排便、清洁'
      ]),
      item('toilet', '如厕')
    ]
  },
  {
    key: 'movement',
    words: '基础运动能力',
    items: [
      item('turning_in_bed', '床上体位转移（翻身、坐起）'),
      item('bed_to_chair', '床椅转移'),
      item('walking', '平地行走', [
        '自己走 50 米左右，不会摔',
        '能走 50 米左右，怕摔，要人看着或用拐杖、助行器',
        '要人少量扶',
        '要人大量扶',
        '完全不能走'
      ]),
      item('stairs', '上下楼梯', ['自己上下 10 到 15 级', '要人少量帮忙，或扶栏杆、用拐杖', '要人大量帮忙', '不能上下楼梯'])
    ]
  },
  {
    key: 'mind',
    words: '精神状态',
    items: [
      item('sense_of_time', '时间定向', [
        '年月清楚，日期最多差一天',
        '年月清楚，有时差几天',
        '年月不清楚，知道上半年、下半年或季节',
        '只知道上午下午或白天黑夜',
        '完全没有时间观念'
      ]),
      item('sense_of_place', '空间定向', [
        '能在附近自己出门，找得回来',
        '不能自己出门，但说得准住在哪里',
        '不能自己出门，知道不少住处的情况',
        '不能自己出门，只知道一点',
        '完全没有地方观念'
      ]),
      item('knowing_people', '人物定向', [
        '认得一起生活的人，叫得出、知道关系',
        '认得大部分，叫得出或知道关系',
        '认得一部分亲人或照护的人',
        '只认得自己或很少几个人',
        '谁也不认得'
      ]),
      item('memory', '记忆', ['和年纪相称，记得住', '轻度记不清', '中度记不清', '重度记不清', '完全记不得']),
      item('understanding', '理解能力', [
        '能听懂',
        '听得懂，但要多等一会儿',
        '有困难，要常常重复或说简单些',
        '很困难，要人大量帮忙',
        '完全听不懂'
      ]),
      item('expression', '表达能力', [
        '能说明白',
        '说得明白，但要多等一会儿',
        '有困难，要常常重复或说简单些',
        '很困难，要人大量帮忙',
        '完全说不出'
      ]),
      item('aggression', '攻击行为（近一个月打、骂、摔）', ['没有', '有过']),
      item('depression', '抑郁症状（近一个月情绪低落、不想活）', ['没有', '有过']),
      item('consciousness', '意识水平', ['清醒', '嗜睡或意识模糊，叫得醒', '昏睡或昏迷'])
    ]
  },
  {
    key: 'senses_and_society',
    words: '感知觉与社会参与',
    items: [
      item('sight', '视力', ['正常', '看不清书报小字，或只能认出物体', '只能看到光和影子，或失明']),
      item('hearing', '听力', ['正常', '轻声或离 2 米以上听不清，或要大声才听见', '大声慢说也只听到一部分，或听不见']),
      item('daily_affairs', '执行日常事务', [
        '自己能计划、能办好',
        '要人看着、指点',
        '要人少量帮忙',
        '要人大量帮忙',
        '全靠别人'
      ]),
      item('transport', '使用交通工具外出', [
        '自己骑车或坐公交',
        '会自己坐出租车，不会坐公交',
        '有人陪着能坐公交',
        '要人帮着坐小车，或完全不能出门'
      ]),
      item('social_contact', '社会交往能力', [
        '参加村里的事，待人接物得当',
        '主动和人来往，初见看不出问题',
        '不主动，别人来了也能应',
        '勉强应付，话说不清、表情不对',
        '不能和人来往'
      ])
    ]
  }
]

export const ABILITY_ITEMS = ABILITY_GROUPS.flatMap((group) => group.items)
export type Scores = Record<string, number>

/** The best answer has the most points. */
export const pointsOf = (of: AbilityItem, place: number) => of.answers.length - 1 - place

/** Of a group or of all: how many items are answered, their points, and the most there are. */
export function tally(items: readonly AbilityItem[], scores: Scores): { done: number; points: number; most: number } {
  const answered = items.filter((one) => scores[one.key] !== undefined)
  return {
    done: answered.length,
    points: answered.reduce((sum, one) => sum + scores[one.key]!, 0),
    most: items.reduce((sum, one) => sum + one.answers.length - 1, 0)
  }
}
