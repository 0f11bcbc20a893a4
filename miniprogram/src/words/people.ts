/** What an elder is called, by the visitor and by the family. */
export type Gender = 'female' | 'male'

/** 李奶奶, 王爷爷 */
export function honorific(name: string, gender: Gender): string {
  const double = ['欧阳', '司马', '上官', '诸葛', '夏侯', '皇甫', '尉迟', '公孙', '慕容', '令狐']
  const family = double.find((one) => name.startsWith(one)) ?? name.slice(0, 1)
  return `${family}${gender === 'female' ? '奶奶' : '爷爷'}`
}

const CHILDREN = ['儿子', '女儿', '儿媳', '女婿', '养子', '养女', '继子', '继女']
const GRANDCHILDREN = ['孙子', '孙女', '外孙', '外孙女']

/** What a relative who stands in `relation` to the elder says at home: 妈妈, 爸爸, 奶奶; else the honorific. */
export function calledAtHome(name: string, gender: Gender, relation: string | null | undefined): string {
  const female = gender === 'female'
  if (relation && CHILDREN.includes(relation)) return female ? '妈妈' : '爸爸'
  if (relation && GRANDCHILDREN.includes(relation)) {
    const maternal = relation.startsWith('外')
    return female ? (maternal ? '外婆' : '奶奶') : maternal ? '外公' : '爷爷'
  }
  return honorific(name, gender)
}
