"""Words that begin with a capital letter in such reports and are nobody's name."""

TITLES = ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Professor", "Prof", "Sir", "Dame", "Lady", "Lord", "Judge", "Justice",
          "PC", "DC", "DS", "DI", "DCI", "Sergeant", "Constable", "Sister", "Nurse", "Reverend", "Revd", "Imam",
          "Councillor", "Cllr", "Uncle", "Aunt", "Auntie")  # fmt: skip
_BODIES = """
asian black caribbean guardian
autistic childline councils designated discussion doctor door front metropolitan named online spectrum web website
academy act acute adolescent adult adults agencies agency ambulance approach area assembly assessment association
asylum authority barnardo bill birth board body borough british cafcass camhs care cardiff catholic centre charity
charter chief child children childrens christian church city clinic clinical code college commission commissioner
commissioning committee community conference constabulary consultant coroner coroners council county court crown
custody deanery department director directorate disability district division domestic drug duty early ed education
emergency england english equality european executive families family female fire force forum foundation framework
general girls government gp graded group guidance head health her hers hall high his home homes hospital house
housing human independent infirmary inquest inspectorate institute integrated international islamic ireland irish
jewish join joint justice key king language lead leadership learning legal levels life local london ltd management
manager marac mappa maternity medical mental mid midwife minister ministry mosque multi muslim national neonatal
network new nhs north northern nurse nursery office officer ofsted older operations order panel parents partnership
paediatric paediatrician person plan planning police policy practice practitioner primary prime principal prison
probation procedures profile programme protection provider public pupil quality queen rapid record referral refuge
region regional registered report review reviews rights risk royal rule safeguarding scheme school schools scotland
scottish secretary section senior serious service services sikh single social society solicitor south southern
special specialist staff standard state statutory strategic strategy student sub supreme sure surgery task teacher
team the therapist threshold times training trust tribunal trustees uk ulster union unit united university victim
village visitor voluntary vulnerable wales ward welfare welsh west western women worker working year young youth
east eastern great britain kingdom europe africa asia america
"""
_TIME = """
january february march april may june july august september october november december monday tuesday wednesday
thursday friday saturday sunday christmas easter ramadan eid spring summer autumn winter covid
"""
_FRAME = """
a about above after all also although an and annex another any appendix are as at because before both but by case
chapter conclusion contents date did do during each edition executive figure finding findings first following for
foreword four from further has have he here how however i if in introduction is it its key lesson lessons limited
methodology mother father brother sister grandmother grandfather baby boy girl man partner no none not note of on
one or other our out overview page paragraph part period point published question questions recommendation
recommendations second she since so some stage subject such summary table terms that their them then there these
they third this those three timeline to two under up version was we were what when where which while who why will
with within without you your
"""
NOT_NAMES = frozenset(f"{_BODIES} {_TIME} {_FRAME}".split())
