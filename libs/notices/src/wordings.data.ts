import type { Wordings } from './kept-wordings.js';

/** Made by golden.spec.ts with DULY_WRITE_GOLDEN=yes; kept for ever, so that each version of each wording can be told. */
export const wordings: Readonly<Record<string, Wordings>> = {
  en: {
    acknowledgement: {
      '2': {
        wording: '356c5f8807845577dedf11b6729187b919ce2740222eea4daf122b5de159a8d7',
        examples: {
          'by-email': '3294a176ef67833f',
          spoken: '2f343e5057fb7090',
          'in-large-print': '3294a176ef67833f',
          overlooked: '0907fb6d20c116ad',
          'for-another': 'a3614c1dccc4f38b',
          'marketing-not-stopped-yet': '4a423a220c8050c2',
          'marketing-not-stopped-yet-for-another': '05df89f313c8b6e1',
        },
      },
    },
    identity: {
      '1': {
        wording: 'e13147f22c170b169194e45bc5e66138db5aed2bde3f5a7d7736e5df2eb487c8',
        examples: {
          'asked-once': 'f94bf633c35343a7',
          'asked-again': '7d26ecac32113b39',
          'asked-after-the-month': '8482dc9120aff9bc',
          'before-19-june-2026': 'be9dc64ca031449a',
        },
      },
    },
    authority: {
      '1': {
        wording: '4871cc2c37270a5642f3a0d19dc354a7854fc2feeee08e383d03c54eb95786dc',
        examples: {
          agent: 'd09bbd83c0a69336',
          'asked-again': 'c7ee28d1b51bdb54',
        },
      },
    },
    fee: {
      '1': {
        wording: '69f97243cc5d33f8c04823af027388e2a9e2afde1024752b5491c1f6fc04e6c7',
        examples: {
          'manifestly-excessive': 'bbf7191737c2e56c',
          'below-its-estimate': '71c08f6b9d9ad888',
          'manifestly-unfounded': 'b52e0dfb24ea8ded',
          'further-copies': '74745d2aa54e20ac',
        },
      },
    },
    'fee-refund': {
      '1': {
        wording: '102b57e5d8b49e7314bd75f0157ba75d02ebbd5938bab4c668fc0d9cce7194eb',
        examples: {
          'paid-back': '15ce463cb28e312b',
          'without-amount': 'b680cf851b8aaa66',
          'not-to-be-paid': 'd650d19c776b5ff3',
        },
      },
    },
    clarification: {
      '1': {
        wording: 'a2279015310824876b41b9144a5a7ac4cb17eff51e08e88b3c64edf20b0b06fb',
        examples: {
          asked: '2a42f8e7f9aa8c76',
        },
      },
    },
    extension: {
      '1': {
        wording: '6ae96357d431d3f6aba78c17b520cf922a924cbc4cc7878dfd3a43ba6febfe0c',
        examples: {
          complexity: 'dd5341da1dbf47e0',
          'while-paused': '3eca34f71d76dc82',
          'number-of-requests': '49de0818043928d6',
        },
      },
    },
    refusal: {
      '1': {
        wording: '2afe4e7543d25410e143c839012337de466da92252c68de37b4c2773878466f1',
        examples: {
          'partly-in-one-text-and-late': 'dd6a584c56078d60',
          wholly: '0e98121e5f839988',
          'partly-by-paragraph': '9d2d93db1d29edc3',
          partly: '57916e9616c15b6e',
          'before-19-june-2026': '0f84ac4b21a8b9ea',
        },
      },
    },
    answer: {
      '2': {
        wording: 'bcaa499212a72c72cfc754b6f6ced332c36d5bec0cdb0f68762d58e3e0db97a5',
        examples: {
          wholly: '827b0489f094e375',
          'partly-and-late': '5aee208be302a982',
          'access-with-particulars': 'aa24a6010c62ef90',
          'access-for-another': 'f94f553b1f5a6415',
          'access-as-recorded-before': '15c9eb4dd1b9c62c',
          'access-to-nothing-for-another': 'b62959e84a43855b',
          'portability-for-another': 'de7d6a306096512b',
          'access-to-recipient': 'a5322b8d155e4330',
          'access-to-nothing': '7e9104c304dd848a',
          portability: '961fe709fb1ede87',
          'portability-and-access': 'd2ac980f13d12019',
          'partly-in-one-text': 'e30ccaf726ec8f80',
          rectification: '3fab5a6a3b020d9d',
          erasure: 'adda9bf4202433a8',
          restriction: '9435e917e48c7e65',
          'erasure-for-another': '7f7882d3fdfa28e6',
          'restriction-for-another': '9980a98c868a7c7d',
          'erasure-not-told-yet': 'aa1ea9774edd780d',
          'erasure-told-in-part': 'd2ae8d5aea366e93',
          'restriction-nobody-can-be-told': 'b18361593ef73b8b',
          objection: '192ea3b6fab67241',
          'automated-decision': '4ff7035343e64da2',
          'automated-decision-stands': '59f34f62ed013c72',
        },
      },
      '3': {
        wording: 'be4ba25033453aabfbd28ff3feb3316ac6f820fe166995d03031cb82bb4363be',
        examples: {
          wholly: '827b0489f094e375',
          'partly-and-late': '5aee208be302a982',
          'access-with-particulars': 'aa24a6010c62ef90',
          'access-by-link': '9f8f305b857b63dd',
          'access-by-post': '6ccc4cebf210fb48',
          'access-for-another': 'f94f553b1f5a6415',
          'access-as-recorded-before': '15c9eb4dd1b9c62c',
          'access-to-nothing-for-another': 'b62959e84a43855b',
          'portability-for-another': 'de7d6a306096512b',
          'access-to-recipient': 'a5322b8d155e4330',
          'access-to-nothing': '7e9104c304dd848a',
          portability: '961fe709fb1ede87',
          'portability-and-access': 'd2ac980f13d12019',
          'partly-in-one-text': 'e30ccaf726ec8f80',
          rectification: '3fab5a6a3b020d9d',
          erasure: 'adda9bf4202433a8',
          restriction: '9435e917e48c7e65',
          'erasure-for-another': '7f7882d3fdfa28e6',
          'restriction-for-another': '9980a98c868a7c7d',
          'erasure-not-told-yet': 'aa1ea9774edd780d',
          'erasure-told-in-part': 'd2ae8d5aea366e93',
          'restriction-nobody-can-be-told': 'b18361593ef73b8b',
          objection: '192ea3b6fab67241',
          'automated-decision': '4ff7035343e64da2',
          'automated-decision-stands': '59f34f62ed013c72',
        },
      },
    },
    withdrawal: {
      '1': {
        wording: '1323a48b4375c1187c1861adc1788a61498e3f4bf4a3a56eb0df3ee63085cf13',
        examples: {
          confirmed: 'c8465c47a2cf14f8',
          'of-an-objection': 'e33cff512e9aea12',
        },
      },
    },
    'abandonment-warning': {
      '1': {
        wording: 'a42478c1c7cebea1be273d03bd308cc7a56b7785f89073a1982d9168b03ec051',
        examples: {
          identity: 'b83538318152d289',
          'what-identifies': 'a57a3b0238a0ea28',
          clarification: 'd1830e86e534bbbb',
        },
      },
    },
    abandonment: {
      '1': {
        wording: '2ccf7071b4b16fb0a11e13e5eff2605326794bc78d413ed88513aab9885a468e',
        examples: {
          fee: 'a1317e60fc5db347',
          authority: '3e952ee5eaec9fee',
        },
      },
    },
    'cannot-identify': {
      '2': {
        wording: 'd1420158434678156190e2e97454a5d7c20012ab961a9387f65f713770440396',
        examples: {
          told: 'a63584c07c7d86b8',
          'without-help': '61480922d06c6efc',
          'for-another': '8eea01e4a70c41ea',
        },
      },
    },
    death: {
      '1': {
        wording: '7324bc6774f538a8cf5cf04fff0b64035da569f3ddbcb97b8df1a8252c195537',
        examples: {
          'to-agent': '40cbef0d4b41dc66',
        },
      },
    },
    reclassification: {
      '1': {
        wording: '5c59be22f320288216985eb564a6abc6b23f5c522e43fc94486f5f14f86f5949',
        examples: {
          'as-erasure': '5844dda44bc6b925',
        },
      },
    },
    dismissal: {
      '2': {
        wording: '6341a283ecad3bc29a05b74f7f032ca5a2a3190dfbfe32c0383e02ed00df81d7',
        examples: {
          'no-request': '6241093dc576315c',
        },
      },
    },
    'enquiry-overdue': {
      '1': {
        wording: 'c3315275486667567848614e45634d9350133a723617f1373872bd7c040dcbbb',
        examples: {
          'with-date': '9059aae06058d269',
          'without-date': '297bf8cf70a14798',
        },
      },
    },
    closure: {
      '1': {
        wording: '3604f4f6ea5954d9bc97969729c4199a52e46b398dea56d29316976cff9e88f2',
        examples: {
          answered: '3fd703dca64dccd3',
        },
      },
    },
    'reminder-to-requester': {
      '1': {
        wording: 'b8cf2a7f205f37ef4d6a3610efd6a8b3d5baf75ac9bc41c29e815305b6217d7d',
        examples: {
          fee: '8f0abfec9c7a4e94',
          'what-identifies': 'ed1de1d5097a6d97',
          clarification: 'b4f86eee9597601d',
        },
      },
    },
    'reminder-to-handler': {
      '1': {
        wording: '53ac1a4a34e24ee8973f0bbc3be72025e7a5d0312a4e575dfe7ac2be1a5e5744',
        examples: {
          soon: 'ff1b11216d4bc2d9',
          tomorrow: '7dbe71bec35cbd88',
        },
      },
    },
    'alarm-to-handler': {
      '1': {
        wording: '2a11058a10043912e27f3cf6d1327f5537cd56239fe1f0a3d7c7349496248d51',
        examples: {
          late: '876fd0aeaf4ada01',
          reopened: 'b57041929ee6b301',
          'of-a-complaint-moved-earlier': 'b46ba8f684ee451f',
          'extension-fell-away': 'fafcfe9c739e97c1',
          'notice-came-back': '208bcfaa9fdadecd',
          'date-moved-earlier': '2bf40414c044f754',
        },
      },
    },
    'alarm-to-manager': {
      '1': {
        wording: '3687849d937889438005c6a553ccc09c9bd76561dfcd69f9f07b42ff2c272ab7',
        examples: {
          claimed: 'a7f83167b47d5851',
          unclaimed: '2328babe0abdbf03',
        },
      },
    },
    recipients: {
      '1': {
        wording: '26dabec89fb2aef0a78378aad495887fb61f07db04b389aad474a10476a18aa1',
        examples: {
          asked: 'e23c1f39da6f7836',
          none: 'f84c066ef692785b',
        },
      },
    },
    'recipients-untold': {
      '1': {
        wording: 'db5ce985c8b167ebdb7d01a94a81b6dc4f95b7c1e5174a6c871c8948b25e1eb1',
        examples: {
          'to-handler': 'e3cb9f36fc667df3',
          'to-manager': 'f429f92b3ee08600',
        },
      },
    },
    'restriction-lifting': {
      '1': {
        wording: '046293b22de239d7d22c078ec5798847306f9d91be78ae7c07de6362e37db420',
        examples: {
          checked: 'ffb88cea42745696',
        },
      },
    },
    'decision-explained': {
      '2': {
        wording: '5684b25036bbfa22e79e2aa7c19a030955d7cdbe3571ba12be9671a58494a063',
        examples: {
          band: '3d8a3762282877a6',
          'for-another': 'cb5d1a77440ed988',
        },
      },
    },
    disclosure: {
      '1': {
        wording: 'fde549660a9820bb025d340b15da71bab1d1822dd48ea1665c50bc6c7ca0550e',
        examples: {
          'new-link': '6f810c24614f824b',
          sent: '6da86176fffe59f1',
        },
      },
    },
    transfer: {
      '1': {
        wording: 'e18fa69a51e541259965f5769514d5fc4346f1fed2628a530a6d0e28d2bc06ef',
        examples: {
          received: '6228c7ccccf9e4f6',
          offered: 'd584cb68444e3360',
          'without-date': '16cf2c28633d125b',
        },
      },
    },
    'complaint-acknowledgement': {
      '1': {
        wording: '9a202cead67bf477e48d15975b2b64ff27ecd91b0265482df1fad495506cf703',
        examples: {
          written: '228f39c6febc6854',
          spoken: '1973ca746810176f',
        },
      },
    },
    'complaint-progress': {
      '1': {
        wording: '063b498072171669433c9a932e3735845d397f086fd2831f7fcebf4324f37f31',
        examples: {
          once: '12d86c39ab19c443',
        },
      },
    },
    'complaint-outcome': {
      '1': {
        wording: '2ed62c25d4cee59eff34b7ef257c95203530d617852ee24de40d867e0192bf0f',
        examples: {
          upheld: '1512a591cdad2c0c',
          'not-upheld-and-late': '2dab36e35fe4761b',
          'partly-upheld': '7e0a645af83aa38b',
        },
      },
    },
    'progress-due': {
      '1': {
        wording: '3a2e7a717f15be2071644ca5a835c943233dd486a9ed4f3d1937033968f68bf1',
        examples: {
          quiet: '633dff239769e497',
        },
      },
    },
    'marketing-stopped': {
      '1': {
        wording: '7b7aa599efb51fb0a33a2203efaaf1dad4706960c0b744ba65aabe5285121fcf',
        examples: {
          everywhere: 'fc6871982c0e8ab4',
          'by-email-only': '6d27392a43506b49',
          'seen-late': '0df73fe6db4217ad',
          'for-another': 'a4daf5e77e9ea4a0',
        },
      },
    },
    'which-record': {
      '1': {
        wording: 'cf971f0f419f17f84310a4269da010584b19b16006e99a133db6e562896e23f4',
        examples: {
          asked: '43b1693fa7354b24',
        },
      },
    },
    'approval-to-manager': {
      '1': {
        wording: '9a3351d53c23dabefbbf70c5133d1bcf08a5b57ec0325ab277f350c4f9e7433b',
        examples: {
          extension: 'a41e66d8a889e9f0',
          answer: '1253feedf6dcea64',
        },
      },
    },
    'escalation-to-manager': {
      '1': {
        wording: 'c2fafbae4d6f99016d0304d0ce1a6b34c3e8acfda5fda9da5497e17adcafba05',
        examples: {
          asked: '28c7efb45ccd691d',
          'by-nobody-known': 'b6d2e9a0c2b65089',
        },
      },
    },
    digest: {
      '1': {
        wording: '5940b0d7493065e69718f2814d70d459185ddfbb97ae6c0bf0b14379cffaaccf',
        examples: {
          'several-cases': '1125d4d65f9bd6b5',
          'one-case': 'cdcf2e550ff74237',
          'without-date': '38d18d7cc8e9f346',
        },
      },
    },
    'source-ask': {
      '1': {
        wording: '45a7a8b297e54543c1bcb725e9ef0290dd56bf3fe1e9abef7db37ad8ab739057',
        examples: {
          collect: '257ff2f786826ebf',
          'erase-reminded': '0c1201d0ac16289e',
        },
      },
    },
    'cover-letter': {
      '1': {
        wording: 'af4b7a003d2f73d14172e5ab203305d4b4d8ca7fd1aa70cab1b26e0b342b1ca1',
        examples: {
          whole: '269ba1cce4657e8b',
          'one-document': '58c38f2001a06393',
        },
      },
    },
    'package-judged': {
      '1': {
        wording: '1ff26aa9ad6f1b02b14e5c97bc5341a43375fe00be8c433984ac88c5b9dd1100',
        examples: {
          accepted: '12133b1707dd0f6d',
          rejected: '6a0069a97383d618',
          refused: '3d4df3fce4630c96',
        },
      },
    },
  },
};
