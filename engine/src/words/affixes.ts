// Beginnings and endings of medical words, as the language makes them; no list of words.

/** Prefixes that join any known word of some length. */
export const PREFIXES =
  'non anti hyper hypo pre post peri para sub supra intra inter extra trans endo ecto epi micro macro mega multi poly mono bi tri tetra hemi semi pseudo neo auto immuno cardio cerebro chemo radio photo electro thermo hydro neuro psycho gastro hepato nephro reno uro osteo arthro myo dermato fibro vaso angio veno lympho hemato haemato thrombo glyco lipo gluco calci cyto histo patho pharmaco physio bio onco over under out re un co de dis mis super ultra counter broncho pulmo naso oro oto rhino laryngo pharyngo tracheo broncho entero colo procto ileo jejuno duodeno esophago oesophago cholecysto pancreato spleno adreno thyro oculo ophthalmo kerato retino spondylo cervico thoraco lumbo sacro costo cranio maxillo femoro tibio humero radio ulno carpo tarso digito palmo planto normo eu dys iso homo hetero allo xeno nano tele mid well self cross fore'.split(
    ' ',
  );

/** Beginnings with a vowel to join by, for parts of the body, places and matter: alveolo-capillary, ischio-coccygeal. */
export const JOINING =
  'abdomino acantho acetabulo acromio adeno adipo aero alveolo amnio amylo andro aniso antero antro aorto arachno archo arterio arteriolo arytenoido astro atlanto atrio auriculo axillo bacterio balano basi blasto blepharo brachio bucco bulbo calcaneo capillaro carcino caudo celio cephalo cerebello cheilo cheiro chloro cholangio chole choledocho chondro chordo chorio chromato chromo chrono cochleo coelio coraco cortico coxo crico cryo crypto cubo cyano cyclo cysto dacryo dento diplo disto dorso echo embryo encephalo epidermo episio ergo erythro esthesio facio fascio ferro feto fibulo fluoro foeto fronto galacto ganglio genio genito geronto gingivo glio glomerulo glosso gnatho gonado granulo gyneco gynaeco haemo helico helmintho hemangio hemo hidro hippo holo hyalo hygro hyo hystero ichthyo idio ilio infero infra irido ischio juxta karyo keto kilo kineto labio lacrimo lacto laparo latero leio lepto leuco leuko linguo litho logo lympho lyso mammo mandibulo masto mastoido medio megalo melano meningo mero meso metacarpo metatarso metro milli mito morpho muco musculo myco myelo myringo myxo narco necro noso nucleo occipito odonto oesophago oligo omento omphalo onycho oophoro opistho opto orbito orchio organo ortho osseo osteochondro ovario oxy pachy palaeo palato paleo panto papillo parieto patello pelvi pelvo perineo peritoneo petro phaco phago phalango phlebo phono phospho phreno phyto pilo plasmo pleuro pneumato pneumo poikilo polio postero presby proprio proto ptery pterygo pubo pupillo pyelo pyloro pyo pyro quadri recto reticulo retro rhabdo rheo rhizo saccharo salpingo sapro sarco scapho scapulo schisto schizo sclero sebo semino sero sialo sidero sigmoido sino somato spermato spheno sphygmo spino spiro splanchno staphylo steato steno stereo sterno stomato strepto stylo sulfo sulpho symphysio synovio syringo tachy talo temporo tendo teno thalamo theco thermo thio thymo tibio tono toxico toxo trabeculo tricho trigemino tropho tubo tubulo turbino tympano typhlo uni uretero urethro utero uveo vagino vago valvulo vasculo ventriculo ventro vertebro vesico vestibulo viscero vitreo vulvo xantho xero xipho zygo zygomatico'.split(
    ' ',
  );

/** Greek and Latin stems and endings that make names of diseases, operations and examinations. */
export const STEMS =
  'arthr oste chondr my tend dermat derm neur encephal mening myel cardi pericardi endocardi myocardi arteri phleb ven vascul angi aort hemat haemat lymph splen hepat cholecyst cholangi pancreat gastr enter col proct rect append esophag oesophag pharyng laryng trache bronch pneum pulmon pleur nephr pyel ureter cyst urethr prostat orch epididym oophor salping hyster endometri cervic vagin vulv mast thyroid parathyroid adren ot rhin sinus blephar conjunctiv kerat scler irid retin uve ophthalm gloss gingiv stomat cheil periodont spondyl synovi burs fasci capsul tenosynov pannicul follicul vesicul bil granul lip fibr aden carcin sarc melan acr amni balan cephal cerebr chol colp crani cry dacry erythr gangli glomerul gnath hem haem hidr ile jejun duoden kin lapar leuk leuc lith lob mamm menisc metr muc myc myring myx necr odont omphal onych orchi osche ov palat perine phac phalang phall pil pod poli psych pyo rachi rhiz scap sial sigmoid somat sphygm splanchn staphyl steat stern syndesm sympath syring tars thorac thromb thym tonsill trich tympan typhl ur uter vag valvul vas ventricul vitre xanth lymphangi lymphaden hemangi haemangi osteochondr gastroenter'.split(
    ' ',
  );
export const STEM_ENDINGS =
  'itis itic osis otic oma omas ectomy ectomies otomy ostomy oscopy oscopic ography ographic ogram ograms opathy opathic algia algic oplasty orrhaphy olysis ogenic ology ologist osclerosis ostenosis omegaly optosis orrhagia orrhea orrhoea odynia edema oedema emia aemia uria plasia trophy lith lithiasis spasm centesis pexy desis ocele oceles opexy orrhexis omalacia osarcoma oblastoma ocytoma openia ophobia ophilia oplegia otomies ostomies otome otomes oscope oscopes oscopies ometer ometry ograph ographs otropic otrophic ogenesis ogenous olytic oid oids otoxic otoxicity olith oliths ectasia ectasis atresia'.split(
    ' ',
  );

type Endings = readonly (readonly [ending: string, base: string])[];

/** Endings of Latin adjectives, and the English adjective that is the same word: "labialis", "epilepticus". */
export const LATIN: Endings = [
  ...pairs('aris are ares', 'ary'),
  ...pairs('orii', 'ory'),
  ...pairs('ae arum', 'a e'),
  ...pairs('i orum', 'us um'),
  ...pairs('a', 'um on'),
  ...pairs('alis ale ales alia alium alibus', 'al'),
  ...pairs('aris are ares arium', 'ar'),
  ...pairs('acus aca acum', 'ac'),
  ...pairs('icus ica icum icae ici icorum icarum', 'ic'),
  ...pairs('osus osa osum osae osi', 'ous'),
  ...pairs('eus ea eum eae ei', 'eal'),
  ...pairs('oideus oidea oideum oideae oidei oides', 'oid oidal'),
  ...pairs('ivus iva ivum', 'ive'),
  ...pairs('atus atum ata atae', 'ate ated'),
  ...pairs('orius oria orium oriae', 'ory'),
  ...pairs('arius aria arium ariae', 'ary'),
  ...pairs('iformis iforme iformes', 'iform'),
  ...pairs('antis ans', 'ant'),
  ...pairs('entis ens', 'ent'),
  ...pairs('aceus acea aceum', 'aceous'),
];

/** Endings that make one word of a Greek or Latin family from another; a slip may look like them. */
export const KIN: Endings = [
  ...pairs('cytic cytosis cytoma cytomas cytoid', 'cyte'),
  ...pairs('blastic blastosis blastoma blastomas blastoid', 'blast'),
  ...pairs('clastic', 'clast'),
  ...pairs('phobic phobe phobes', 'phobia'),
  ...pairs('philic phile philia philous', 'phil philia philic'),
  ...pairs('tropic', 'tropia tropy tropism tropin'),
  ...pairs('opic ope', 'opia'),
  ...pairs('scope scopes scopist', 'scopy'),
  ...pairs('graph graphs grapher', 'graphy'),
  ...pairs('gram grams', 'graphy'),
  ...pairs('meter meters metre metric metrically', 'metry'),
  ...pairs('metry', 'meter'),
  ...pairs('tome tomes', 'tomy'),
  ...pairs('omatous omatosis omatoid', 'oma'),
  ...pairs('ectatic', 'ectasia ectasis'),
  ...pairs('esthetic', 'esthesia'),
  ...pairs('aesthetic', 'aesthesia'),
  ...pairs('kinetic', 'kinesia kinesis'),
  ...pairs('genetic genous genic', 'genesis'),
  ...pairs('poietic', 'poiesis'),
  ...pairs('static', 'stasis'),
  ...pairs('plegic', 'plegia'),
  ...pairs('paretic', 'paresis'),
  ...pairs('spastic', 'spasm'),
  ...pairs('cidal', 'cide'),
  ...pairs('cide', 'cidal'),
  ...pairs('viral', 'virus'),
  ...pairs('coccal cocci coccic', 'coccus'),
  ...pairs('coccus', 'coccal cocci'),
  ...pairs('rrheic rrhoeic', 'rrhea'),
  ...pairs('rrhagic', 'rrhagia'),
  ...pairs('algic', 'algia'),
  ...pairs('maniac manic', 'mania'),
  ...pairs('phage phagic phagous', 'phagy phagia'),
  ...pairs('thermic thermal', 'thermia'),
  ...pairs('oxic', 'oxia'),
  ...pairs('pneic', 'pnea'),
  ...pairs('pnoeic', 'pnoea'),
  ...pairs('lithic lithiasis', 'lith'),
  ...pairs('iatic', 'iasis'),
  ...pairs('etic', 'esis'),
  ...pairs('otic', 'osis'),
  ...pairs('ytic', 'ysis'),
  ...pairs('oidal', 'oid'),
  ...pairs('ular', 'ule ula ulus ulum'),
  ...pairs('arial', 'arium'),
  ...pairs('orial', 'orium'),
  ...pairs('etrial', 'etrium'),
  ...pairs('elial', 'elium'),
  ...pairs('ceptive', 'ception ceptor'),
  ...pairs('inergic', 'ine'),
  ...pairs('omyelitic', 'omyelitis'),
  // Radicals, esters, salts and glycosides of a named substance.
  ...pairs('inyl', 'ine'),
  ...pairs('aminyl', 'amine'),
  ...pairs('osyl oside osides', 'ose'),
  ...pairs('oyl', 'oic ic'),
  ...pairs('oate oates', 'oic'),
  ...pairs('inic', 'ine'),
  ...pairs('inium', 'ine'),
  ...pairs('ated', 'ate'),
  ...pairs('sia sias', 'sis'),
  ...pairs('ectomized ectomised', 'ectomy'),
];

function pairs(endings: string, bases: string): Endings {
  return endings.split(' ').flatMap((ending) => bases.split(' ').map((base) => [ending, base] as const));
}

/** Enzymes are named for what they change: any radical before a kind of enzyme is one. */
export const ENZYME =
  /^[a-z]{2,}(?:yl|o|ate|ine|in|ose|ic|ol|ide|ite|ene|one)(?:amino|acetyl|phospho|glyco)?(?:transferase|hydrolase|reductase|dehydrogenase|synthase|synthetase|kinase|phosphatase|oxidase|hydroxylase|peptidase|esterase|isomerase|ligase|lyase|carboxylase|decarboxylase|deaminase|mutase|cyclase|polymerase|sulfatase|transaminase|hydratase|dehydratase|epimerase|aldolase|lipase|amidase|oxygenase|dioxygenase|monooxygenase|convertase|elastase|glycosidase|sidase)s?$/u;
