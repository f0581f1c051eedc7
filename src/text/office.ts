/** The offices of those who report for a government: the source of a regular expression, for people's words and reports' alike. */
export const HEADS_OF_GOVERNMENT = '总理|主席|省长|市长|州长|盟长|县长|区长|旗长|乡长|镇长|专员|主任'
