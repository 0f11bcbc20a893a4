/**
 * The form of GB/T 42195-2022: 26 items in four groups, each with what its points stand for, the best first.
 * The standard's meaning in plain words, point by point; where they differ, the printed standard decides.
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
        '要人少量上手帮忙，偶尔（每月 1 次以上）呛咳',
        '要人大量上手帮忙，经常（每周 1 次以上）呛咳',
        '全靠人喂，或吞咽困难、插胃管'
      ]),
      item('grooming', '修饰（洗脸、刷牙、梳头、刮脸、剪指甲）'),
      item('bathing', '洗澡（洗净、擦干）'),
      item('dressing_above', '穿/脱上衣（系扣、拉拉链）'),
      item('dressing_below', '穿/脱裤子和鞋袜'),
      item('urine_control', '小便控制', [
        '能控制，次数正常',
        '白天能控制，夜里次数多或控制差，或自己用尿垫',
        '白天大多能控制，偶尔失禁（每天不到 1 次、每周超过 1 次），夜里控制差，或要人少量帮忙用尿垫',
        '白天大多控制不了（每天 1 次以上，还没有完全失控），夜里失禁，或要人大量帮忙用尿垫',
        '完全失禁，或留置导尿管'
      ]),
      item('bowel_control', '大便控制', [
        '能控制',
        '有时（每周不到 1 次）便秘或失禁，或自己用开塞露、尿垫',
        '经常（每天不到 1 次、每周超过 1 次）便秘或失禁，或要人少量帮忙',
        '大多（每天 1 次以上）便秘或失禁，还没有完全失控，或要人大量帮忙',
        '严重便秘或完全失禁，要靠人帮助排便、清洁'
      ]),
      item('toilet', '如厕（解裤、清洁、穿好）')
    ]
  },
  {
    key: 'movement',
    words: '基础运动能力',
    items: [
      item('turning_in_bed', '床上体位转移（翻身、坐起、躺下）'),
      item('bed_to_chair', '床椅转移（坐着站起、站着坐下）'),
      item('walking', '平地行走', [
        '自己走 50 米左右，不会摔',
        '能走 50 米左右，可能摔，要人看着、指点，或用拐杖、助行器',
        '要人少量扶',
        '要人大量扶',
        '完全不能走'
      ]),
      item('stairs', '上下楼梯', [
        '自己连着上下 10 到 15 个台阶',
        '要人在旁边提醒、指点',
        '要人搭把手，主要靠自己',
        '主要靠别人，或全靠别人'
      ])
    ]
  },
  {
    key: 'mind',
    words: '精神状态',
    items: [
      item('sense_of_time', '时间定向', [
        '年月清楚，日期或星期几最多差一天',
        '年、月、日或星期几不能全分清，差两天以上',
        '年、月、日都不清楚，知道上半年、下半年或季节',
        '年、月、日都不清楚，只知道上午、下午或白天、夜里',
        '完全没有时间观念'
      ]),
      item('sense_of_place', '空间定向', [
        '能在附近自己出门，找得回来',
        '不能自己出门，但说得准住在哪里',
        '不能自己出门，知道住处的不少情况',
        '不能自己出门，住处的情况只知道一点',
        '完全没有地方观念'
      ]),
      item('knowing_people', '人物定向', [
        '认得一起生活的人，叫得出、知道关系',
        '认得大部分一起生活的人，叫得出或知道关系',
        '认得一部分同住的亲人或照护的人',
        '只认得自己，或同住的很少几个人',
        '谁也不认得，连自己也不认得'
      ]),
      item('memory', '记忆', [
        '和年纪相称，记得完整',
        '轻度记乱：说三个词，5 分钟后只想得起 0 到 1 个',
        '中度记乱：不记得上一顿吃了什么',
        '重度记乱：不记得老朋友',
        '完全记乱，以前的事一点也想不对'
      ]),
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
      item('aggression', '攻击行为（近一个月打、踢、咬、摔东西，骂人、威胁、尖叫）', ['没有', '有过']),
      item('depression', '抑郁症状（近一个月一直情绪低落、没兴趣、没力气，甚至不想活）', ['没有', '有过']),
      item('consciousness', '意识水平', ['清醒', '嗜睡或意识模糊，叫得醒', '昏睡或昏迷'])
    ]
  },
  {
    key: 'senses_and_society',
    words: '感知觉与社会参与',
    items: [
      item('sight', '视力（戴平时的眼镜）', ['正常', '看得清大字，看不清书报小字，或只能认出物体', '只能看到光和影子，或失明']),
      item('hearing', '听力（戴平时的助听器）', [
        '正常',
        '轻声或离 2 米以上听不清，或要安静、大声才听见',
        '大声或慢慢说也只听到一部分，或完全听不见'
      ]),
      item('daily_affairs', '执行日常事务（洗衣、买小东西、管好吃药）', [
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
        '只能由人帮着坐出租车、私家车，或完全不能出门'
      ]),
      item('social_contact', '社会交往能力', [
        '参加村里的事，待人接物得当',
        '简单的场合能主动和人来往，初见看不出问题，听不懂话外的意思',
        '和外面少来往，不主动，别人来了能应，说话常不合适，容易上当',
        '勉强和人来往，话说不清、表情不对',
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
