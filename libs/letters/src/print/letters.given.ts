import { toCivilDate } from '@duly/law';
import { regulators } from '@duly/law';
import type { RefusalData } from '@duly/notices';

/** A refusal with fixed data, changed where a spec is about it. */
export function aRefusal(changes: Partial<RefusalData> = {}): RefusalData {
  return {
    on: toCivilDate('2026-07-01'),
    organisation: {
      name: 'Example Borough Council',
      postalAddress: 'Data Protection Team\n1 High Street\nExampleton\nEX1 1AA',
      email: 'data.protection@council.example',
      phone: '01632 960 000',
    },
    regulators,
    addressee: 'Ann Lee',
    postalAddress: '2 Low Road\nExampleton\nEX2 2BB',
    reference: 'DR-2026-000123-1',
    receivedOn: toCivilDate('2026-06-01'),
    right: 'access',
    extent: 'wholly',
    ground: 'exemption',
    reasons: 'The law tells us to keep these files.',
    ...changes,
  };
}

/** Names as people of the United Kingdom bear them, in the scripts in which they write them. */
export const namesByScript: readonly (readonly [script: string, name: string])[] = [
  ['Latin of Welsh, Polish, Turkish and Icelandic', 'Siân Ŵyn Łukasz Żółć Çağrı Şahin Þórður'],
  ['Latin of Yoruba and Igbo', 'Ọláṣubọ̀mí Ǹgọ́zị́'],
  ['Vietnamese', 'Nguyễn Thị Hằng'],
  ['Greek', 'Ωμέγα Παπαδόπουλος'],
  ['Cyrillic', 'Жанна Щербакова Їжак'],
  ['Hebrew', 'שלום כהן'],
  ['Arabic', 'محمد بن سلمان'],
  ['Urdu', 'عائشہ زندہ'],
  ['Devanagari', 'प्रिया शर्मा कृष्ण ज्ञान'],
  ['Bengali', 'রহিম শ্রী কৃষ্ণ'],
  ['Gurmukhi', 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ ਜਸਵਿੰਦਰ ਕੌਰ'],
  ['Gujarati', 'પટેલ પ્રિયા કૃષ્ણ'],
  ['Tamil', 'குமார் ஸ்ரீ'],
  ['Telugu', 'శ్రీనివాస్ లక్ష్మి'],
  ['Kannada', 'ಶ್ರೀನಿವಾಸ ಗೌಡ'],
  ['Malayalam', 'ശ്രീജിത്ത് ലക്ഷ്മി മോഹൻ'],
  ['Sinhala', 'ප්‍රියන්ත කුමාර'],
  ['Thai', 'สมชาย'],
  ['Chinese, simplified and traditional', '张伟 陳小龍'],
  ['Japanese', '山田はなこ ヤマダ'],
  ['Korean', '김민준'],
  ['Amharic', 'አበበ'],
  ['Armenian', 'Անի Պետրոսյան'],
  ['Georgian', 'გიორგი'],
];
