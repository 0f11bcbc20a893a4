"""What screens, cards and spreadsheets call the register's findings, in Chinese: one table, a part for each enum.

The parts are kept apart because members of different enums may be the same text, and so the same key.
"""

from collections.abc import Mapping
from enum import StrEnum

from backend.elders.ability import AbilityItem, Adjustment, ItemGroup
from backend.elders.eligibility import Answer, Criterion, EligibilityReason, Verdict, Whereabouts
from backend.elders.flags import Flag
from backend.elders.risk import RiskLevel
from backend.elders.rules import AbilityLevel, LeaveReason, PriorityTier
from backend.elders.tiers import DisabilityGrade, MissingFact, Mobility, TierReason
from backend.policies.rules import AwayFrom

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Verdict: {
        Verdict.ADMITTED: "符合农村留守老年人条件",
        Verdict.REJECTED: "不符合农村留守老年人条件",
        Verdict.OPEN: "信息不全，暂不能认定",
    },
    Criterion: {
        Criterion.AGE: "年龄",
        Criterion.REGISTERED: "户籍",
        Criterion.COUNTRYSIDE: "留在农村生活",
        Criterion.SUPPORTER_AWAY: "赡养人外出",
        Criterion.NO_ABLE_SUPPORTER_BESIDE: "身边无赡养人或赡养人无能力",
    },
    EligibilityReason: {
        EligibilityReason.OLD_ENOUGH: "已到规定年龄",
        EligibilityReason.TOO_YOUNG: "未到规定年龄",
        EligibilityReason.BIRTHDAY_UNKNOWN: "出生日期还不清楚",
        EligibilityReason.REGISTERED_HERE: "户籍在本地",
        EligibilityReason.REGISTERED_ELSEWHERE: "户籍不在本地",
        EligibilityReason.REGISTRATION_UNKNOWN: "户籍在哪里还不清楚",
        EligibilityReason.LIVES_IN_COUNTRYSIDE: "平时住在农村",
        EligibilityReason.LIVES_ELSEWHERE: "平时不住在农村",
        EligibilityReason.DWELLING_UNKNOWN: "平时住在哪里还不清楚",
        EligibilityReason.AWAY_LONG_ENOUGH: "有赡养人外出务工经商，时间已够",
        EligibilityReason.AWAY_TOO_SHORT: "赡养人外出时间还不够",
        EligibilityReason.AWAY_NOT_FOR_WORK: "赡养人外出不是为了务工经商",
        EligibilityReason.RETURNED: "外出的赡养人已经返乡",
        EligibilityReason.NOT_AWAY: "赡养人没有离开规定的区域",
        EligibilityReason.ABSENCE_UNKNOWN: "赡养人外出的情况还不清楚",
        EligibilityReason.NOBODY_BESIDE: "身边没有赡养人",
        EligibilityReason.BESIDE_BUT_UNABLE: "身边的赡养人没有赡养能力",
        EligibilityReason.ABLE_BESIDE: "身边有赡养人，并且有赡养能力",
        EligibilityReason.BESIDE_UNKNOWN: "身边有没有能赡养的人还不清楚",
        EligibilityReason.HAS_NO_SUPPORTER: "没有赡养人",
        EligibilityReason.SUPPORTERS_NOT_ASKED: "还没有登记赡养人情况",
    },
    LeaveReason: {
        LeaveReason.CHILD_RETURNED: "子女返乡",
        LeaveReason.MOVED_AWAY: "迁出",
        LeaveReason.DIED: "去世",
        LeaveReason.INSTITUTION: "入住机构",
        LeaveReason.ENTERED_BY_MISTAKE: "登记有误",
        LeaveReason.MOVED_WITHIN: "迁往别村",
        LeaveReason.VILLAGE_MERGED: "村合并",
        LeaveReason.DOUBLE_FILE: "重复建档",
    },
    Whereabouts: {
        Whereabouts.VILLAGE: "本村",
        Whereabouts.TOWNSHIP: "本乡镇外村",
        Whereabouts.COUNTY: "本县外乡镇",
        Whereabouts.CITY: "本市外县",
        Whereabouts.PROVINCE: "本省外市",
        Whereabouts.ELSEWHERE: "外省或境外",
    },
    AwayFrom: {
        AwayFrom.COUNTY: "离开本县",
        AwayFrom.CITY: "离开本市",
        AwayFrom.PROVINCE: "离开本省",
    },
    AbilityLevel: {
        AbilityLevel.INTACT: "能力完好",
        AbilityLevel.MILD: "轻度失能",
        AbilityLevel.MODERATE: "中度失能",
        AbilityLevel.SEVERE: "重度失能",
        AbilityLevel.COMPLETE: "完全失能",
        AbilityLevel.UNKNOWN: "未评估",
    },
    Adjustment: {
        Adjustment.COMA: "处于昏迷状态，直接评定为完全失能",
        Adjustment.DEMENTIA: "确诊痴呆，提高一级",
        Adjustment.MENTAL_DISORDER: "确诊其他精神和行为障碍，提高一级",
        Adjustment.RISK_EVENTS: "近 30 天发生 2 次及以上照护风险事件，提高一级",
    },
    ItemGroup: {
        ItemGroup.SELF_CARE: "自理能力",
        ItemGroup.MOVEMENT: "基础运动能力",
        ItemGroup.MIND: "精神状态",
        ItemGroup.SENSES_AND_SOCIETY: "感知觉与社会参与",
    },
    AbilityItem: {
        AbilityItem.EATING: "进食",
        AbilityItem.GROOMING: "修饰",
        AbilityItem.BATHING: "洗澡",
        AbilityItem.DRESSING_ABOVE: "穿/脱上衣",
        AbilityItem.DRESSING_BELOW: "穿/脱裤子和鞋袜",
        AbilityItem.URINE_CONTROL: "小便控制",
        AbilityItem.BOWEL_CONTROL: "大便控制",
        AbilityItem.TOILET: "如厕",
        AbilityItem.TURNING_IN_BED: "床上体位转移",
        AbilityItem.BED_TO_CHAIR: "床椅转移",
        AbilityItem.WALKING: "平地行走",
        AbilityItem.STAIRS: "上下楼梯",
        AbilityItem.SENSE_OF_TIME: "时间定向",
        AbilityItem.SENSE_OF_PLACE: "空间定向",
        AbilityItem.KNOWING_PEOPLE: "人物定向",
        AbilityItem.MEMORY: "记忆",
        AbilityItem.UNDERSTANDING: "理解能力",
        AbilityItem.EXPRESSION: "表达能力",
        AbilityItem.AGGRESSION: "攻击行为",
        AbilityItem.DEPRESSION: "抑郁症状",
        AbilityItem.CONSCIOUSNESS: "意识水平",
        AbilityItem.SIGHT: "视力",
        AbilityItem.HEARING: "听力",
        AbilityItem.DAILY_AFFAIRS: "执行日常事务",
        AbilityItem.TRANSPORT: "使用交通工具外出",
        AbilityItem.SOCIAL_CONTACT: "社会交往能力",
    },
    Answer: {
        Answer.MET: "符合",
        Answer.NOT_MET: "不符合",
        Answer.UNKNOWN: "还不清楚",
    },
    PriorityTier: {
        PriorityTier.HIGH: "重点人群",
        PriorityTier.MEDIUM: "次重点人群",
        PriorityTier.ROUTINE: "一般人群",
        PriorityTier.UNCLASSIFIED: "待评估",
    },
    TierReason: {
        TierReason.AGED_80: "年满 80 周岁",
        TierReason.DISABILITY_ONE_OR_TWO: "残疾一级或二级",
        TierReason.ABILITY_COMPLETE: "完全失能",
        TierReason.ABILITY_SEVERE: "重度失能",
        TierReason.BEDRIDDEN: "未评估，因身体原因长期卧床",
        TierReason.DEMENTIA: "失智",
        TierReason.ABILITY_MODERATE: "中度失能",
        TierReason.MOVES_WITH_DIFFICULTY: "未评估，因身体原因行动不便",
        TierReason.ABILITY_MILD: "轻度失能",
        TierReason.ABILITY_INTACT: "能力完好",
        TierReason.HEALTHY: "未评估，身体健康、行动自如",
    },
    MissingFact: {
        MissingFact.BIRTHDAY: "出生日期",
        MissingFact.ABILITY_OR_MOBILITY: "能力评估或行动情况",
        MissingFact.DISABILITY: "残疾等级",
        MissingFact.DEMENTIA: "是否失智",
    },
    DisabilityGrade: {
        DisabilityGrade.ONE: "残疾一级",
        DisabilityGrade.TWO: "残疾二级",
        DisabilityGrade.THREE: "残疾三级",
        DisabilityGrade.FOUR: "残疾四级",
        DisabilityGrade.NONE: "无残疾",
        DisabilityGrade.UNKNOWN: "残疾情况不清楚",
    },
    Mobility: {
        Mobility.FREE: "身体健康、行动自如",
        Mobility.DIFFICULT: "行动不便",
        Mobility.BEDRIDDEN: "长期卧床",
        Mobility.UNKNOWN: "行动情况不清楚",
    },
    RiskLevel: {
        RiskLevel.HIGH: "高风险",
        RiskLevel.MEDIUM: "中风险",
        RiskLevel.LOW: "低风险",
        RiskLevel.OPEN: "信息不全，暂不能评定",
    },
    Flag: {
        Flag.MUST_NOT_LIVE_ALONE: "中度及以上失能，应避免单独居住",
        Flag.A_CHILD_SHOULD_STAY: "重病或生活不能自理，应至少留下一名子女照顾",
        Flag.LIVES_ALONE: "独居",
        Flag.VERY_OLD: "高龄",
        Flag.ABILITY_LOST: "失能",
        Flag.DISABLED: "残疾",
        Flag.POOR: "经济困难",
        Flag.RAISES_A_MINOR: "家中有未成年人",
    },
}


def word(finding: StrEnum) -> str:
    """The Chinese for a member of one of the enums above."""
    return WORDS[type(finding)][finding]
