// Lessons and the workshop: scripts with times, questions, keys and role cards. A key tells where to look and
// what the report expects; the number itself is always the page's own, so that it cannot grow old.
import type { Both, Scenario, SideSetting } from "./types";

export interface Step {
  minutes: number;
  what: Both;
  scene?: { a: SideSetting; b: SideSetting; outcome: string };
}

export interface Question {
  ask: Both;
  key: Both;
}

export interface Role {
  name: Both;
  text: Both;
}

export interface Lesson {
  name: string;
  title: Both;
  goal: Both;
  steps: Step[];
  questions: Question[];
  roles: Role[];
}

const side = (strategy: string, ...levers: string[]): SideSetting => ({
  strategy,
  levers: Object.fromEntries(levers.map((name) => [name, { intensity: 1 }])),
});

const steering = { a: side("programmatic"), b: side("explorative"), outcome: "collaborations_alive" };
const coffee = { a: side("explorative_aloof"), b: side("explorative_aloof", "coffee_fund"), outcome: "irritation" };
const map = {
  a: side("none", "social_map"),
  b: side("none", "network_meetings", "broker"),
  outcome: "pairs_with_face",
};
const guided = {
  a: side("explorative"),
  b: side("explorative", "facilitated_reflection"),
  outcome: "soil_vision",
};
const engaged = { a: side("explorative_aloof"), b: side("engaged_guide"), outcome: "courage_professionals" };

const steeringQuestion: Question = {
  ask: {
    nl: "Waarin verschillen A (programmatisch) en B (exploratief) na vijf jaar: in het aantal samenwerkingen, in vertrouwen, of in allebei?",
    en: "How do A (programmatic) and B (explorative) differ after five years: in the number of collaborations, in trust, or in both?",
  },
  key: {
    nl: "Kijk eerst naar ‘Lopende samenwerkingen’, dan naar de twee grafieken over vertrouwen. Het rapport verwacht dat zoeken met partners meer oplevert dan een vast programma, maar ook dat de uitkomst meer uiteenloopt (§1.3). Klopt de zin boven de grafieken daarmee? Zo niet, dan is dat een bevinding, geen fout.",
    en: "Look first at ‘Collaborations alive’, then at the two charts about trust. The report expects that searching together with partners yields more than a fixed programme, but also that the outcome varies more (§1.3). Does the sentence above the charts agree? If not, that is a finding, not a mistake.",
  },
};

const chanceQuestion: Question = {
  ask: {
    nl: "Wat is het verschil tussen ‘toeval’ en ‘aanname’ op deze pagina?",
    en: "What is the difference between ‘chance’ and ‘assumption’ on this page?",
  },
  key: {
    nl: "Toeval: dezelfde regels en getallen, maar andere mensen en andere dagen (100 werelden). Aanname: andere getallen voor wat wij niet weten. Een antwoord dat bij andere aannames omkeert, mag u niet vertellen zonder dat erbij te zeggen.",
    en: "Chance: the same rules and numbers, but other people and other days (100 worlds). Assumption: other numbers for what we do not know. An answer that turns around under other assumptions should not be told without saying so.",
  },
};

const paradoxQuestion: Question = {
  ask: {
    nl: "Beide kanten willen samenwerken, en toch denkt elk dat de ander niet wil. Hoe kan dat? Zoek een gebeurtenis in het netwerk waar het misgaat.",
    en: "Both sides want to work together, and yet each thinks the other does not. How can that be? Find an event in the network where it goes wrong.",
  },
  key: {
    nl: "Een verzoek om gezinnen te sturen kan voelen als gebruik van het netwerk; een lauw antwoord daarop lijkt dan een dichte deur (§3.4, §5.3). Volg een duo en open een gebeurtenis ‘zocht contact’: de regel erachter zegt welke kant hoe keek. De grafiek ‘Kloof: wil en beeld’ telt dit op.",
    en: "A request to send families can feel like using the network; a lukewarm answer then looks like a closed door (§3.4, §5.3). Follow a pair and open an event ‘sought contact’: the rule behind it says which side read it how. The chart ‘Gap: will and image’ adds this up.",
  },
};

const coffeeQuestion: Question = {
  ask: {
    nl: "Wat doet een koffiepotje: met irritatie, met vertrouwen in het stadsdeel, met het aantal samenwerkingen? Wat kost het?",
    en: "What does a coffee fund do: to irritation, to trust in the district, to the number of collaborations? What does it cost?",
  },
  key: {
    nl: "Zet de uitkomst na elkaar op irritatie, vertrouwen in het stadsdeel en lopende samenwerkingen. In de casus ergerden kleine kosten de vrijwilligers; het vertrouwen in het stadsdeel bleef laag, het vertrouwen in de partner niet (§6.2). De kosten staan bij ‘Uitgegeven ... aan knoppen’.",
    en: "Set the outcome in turn to irritation, trust in the district and collaborations alive. In the case small costs annoyed the volunteers; trust in the district stayed low, trust in the partner did not (§6.2). The cost stands at ‘Spent ... on levers’.",
  },
};

const mapQuestion: Question = {
  ask: {
    nl: "Een sociale kaart of ontmoeten: waardoor leren mensen elkaar echt kennen?",
    en: "A social map or meeting: through which do people really get to know each other?",
  },
  key: {
    nl: "Volgens het rapport helpt een kaart alleen om te weten dát iemand bestaat; zonder gezicht belt niemand (§3.1). Vergelijk ‘Duo's die elkaar van gezicht kennen’ bij A en B, en de kosten.",
    en: "According to the report a map only helps to know that someone exists; without a face nobody phones (§3.1). Compare ‘Pairs that know each other's face’ for A and B, and the cost.",
  },
};

const familyQuestion: Question = {
  ask: {
    nl: "Wat merken gezinnen ervan? Kijk naar vroege hulp en late crises.",
    en: "What do families notice of it? Look at early help and late crises.",
  },
  key: {
    nl: "Kijk of de banden van A, B en ‘niets nieuws’ over elkaar liggen. Ligt het antwoord binnen het toeval, zeg dat dan ook. Veel vragen worden in eigen kring geholpen; dat is geen falen (§2.2, §5.2).",
    en: "Look whether the bands of A, B and ‘nothing new’ overlap. If the answer lies within chance, say so. Many questions are eased in the own circle; that is no failure (§2.2, §5.2).",
  },
};

const loadQuestion: Question = {
  ask: {
    nl: "Wie draagt de last? Vergelijk de vrijwilligers in A, in B en bij ‘niets nieuws’.",
    en: "Who carries the load? Compare the volunteers in A, in B and with ‘nothing new’.",
  },
  key: {
    nl: "Kijk naar ‘Overvraagde vrijwilligers’, ‘Energie’ en ‘Teleurstelling’. In de casus Vice Versa bracht elk succes meer verzoeken en onbetaalde uren (§6.1). Welke knop zou dat verzachten?",
    en: "Look at ‘Volunteers asked too much’, ‘Energy’ and ‘Disappointment’. In the case Vice Versa each success brought more requests and unpaid hours (§6.1). Which lever would soften that?",
  },
};

const roles: Role[] = [
  {
    name: { nl: "Ambtenaar van het stadsdeel", en: "Official of the district" },
    text: {
      nl: "U hebt één budget en vier jaar. De wethouder wil resultaat laten zien. U vraagt: wat doen we wel, wat doen we niet, en wie geven we rugdekking?",
      en: "You have one budget and four years. The alderman wants to show results. You ask: what do we do, what do we not do, and whom do we back?",
    },
  },
  {
    name: { nl: "Adviseur bij het Ouder- en Kindcentrum", en: "Adviser at the parent and child centre" },
    text: {
      nl: "U wilt ouders eerder bereiken. U hebt weinig uren en moet aantallen halen. U vraagt: wanneer komen er gezinnen naar ons toe?",
      en: "You want to reach parents earlier. You have few hours and must meet numbers. You ask: when do families come to us?",
    },
  },
  {
    name: { nl: "Leider van een zelforganisatie", en: "Leader of a self-organisation" },
    text: {
      nl: "Ouders vertrouwen u. U werkt onbetaald, vaak 's avonds. U vraagt: komt men voor ons, of alleen voor onze gezinnen?",
      en: "Parents trust you. You work unpaid, often in the evening. You ask: do they come for us, or only for our families?",
    },
  },
  {
    name: { nl: "Hulpverlener in de jeugdzorg", en: "Case worker in youth care" },
    text: {
      nl: "U ziet zaken die vastlopen. Een bemiddelaar die het gezin kent kan helpen. U vraagt: wie kan ik morgen bellen?",
      en: "You see cases that get stuck. A mediator who knows the family can help. You ask: whom can I call tomorrow?",
    },
  },
  {
    name: { nl: "Ouder", en: "Parent" },
    text: {
      nl: "U hebt een vraag over uw zoon van veertien. U schaamt zich een beetje. U vraagt: bij wie durf ik dit te zeggen, en wat gebeurt er daarna?",
      en: "You have a question about your son of fourteen. You are a little ashamed. You ask: to whom dare I say this, and what happens next?",
    },
  },
];

const open: Step = {
  minutes: 3,
  what: {
    nl: "Zeg wat dit is: een laboratorium op basis van één rapport. Het verkent, het voorspelt niet. Open ‘Geloofwaardig?’ en lees één reden vóór en één reden tegen voor.",
    en: "Say what this is: a laboratory based on one report. It explores, it does not predict. Open ‘Believable?’ and read out one reason for and one against.",
  },
};

export const lessons: Lesson[] = [
  {
    name: "l20",
    title: { nl: "20 minuten: twee manieren van sturen", en: "20 minutes: two ways of steering" },
    goal: {
      nl: "Studenten zien dat sturen op programma en sturen op zoeken anders uitpakken, en dat toeval en aanname verschillen.",
      en: "Students see that steering by programme and steering by search turn out differently, and that chance and assumption differ.",
    },
    steps: [
      open,
      {
        minutes: 4,
        what: { nl: "Zet het beginscenario klaar. Klik ‘Voorspel eerst’: iedereen zegt of B hoger uitkomt, en in hoeveel werelden.", en: "Set up the scene. Click ‘Predict first’: everyone says whether B comes out higher, and in how many worlds." },
        scene: steering,
      },
      { minutes: 5, what: { nl: "Toon de uitkomst. Lees de zin hardop. Bespreek vraag 1.", en: "Show the result. Read the sentence aloud. Discuss question 1." } },
      { minutes: 4, what: { nl: "Ga naar ‘Netwerk’, speel af, en volg één informele werker in A en in B.", en: "Go to ‘Network’, play, and follow one informal worker in A and in B." } },
      { minutes: 4, what: { nl: "Terug naar de antwoordbalk: toeval en aanname. Bespreek vraag 2 en sluit af.", en: "Back to the answer: chance and assumption. Discuss question 2 and close." } },
    ],
    questions: [steeringQuestion, chanceQuestion],
    roles: [],
  },
  {
    name: "l45",
    title: { nl: "45 minuten: waarom lukt het niet, als iedereen wil?", en: "45 minutes: why does it fail when everyone wants it?" },
    goal: {
      nl: "Studenten leggen de paradox van wederzijds gemiste toenadering uit, en onderzoeken wat ontmoeten en samen praten doen.",
      en: "Students explain the paradox of approaches missed on both sides, and explore what meeting and talking together do.",
    },
    steps: [
      open,
      { minutes: 9, what: { nl: "Netwerk: volg in tweetallen een duo dat vaak contact zoekt. Open de regel achter een gebeurtenis. Werkblad vraag 1.", en: "Network: in twos, follow a pair that often seeks contact. Open the rule behind an event. Worksheet question 1." }, scene: steering },
      { minutes: 10, what: { nl: "Kaart of ontmoeten? Voorspel eerst, toon dan. Werkblad vraag 2.", en: "Map or meeting? Predict first, then show. Worksheet question 2." }, scene: map },
      { minutes: 12, what: { nl: "Begeleide reflectie aan in B. Zoek zelf twee uitkomsten die bewegen en één die stil blijft. Gebruik ‘Waarom?’ om te zien welke regel het draagt.", en: "Guided reflection on in B. Find two outcomes that move and one that stays still. Use ‘Why?’ to see which rule carries it." }, scene: guided },
      { minutes: 6, what: { nl: "Elke groep vertelt één bevinding, met toeval en aanname erbij. Werkblad vraag 3.", en: "Each group tells one finding, with chance and assumption. Worksheet question 3." } },
      { minutes: 5, what: { nl: "Afsluiten: wat zou u in een echte wijk eerst willen weten voor u dit gelooft?", en: "Close: in a real neighbourhood, what would you want to know before you believe this?" } },
    ],
    questions: [paradoxQuestion, mapQuestion, chanceQuestion],
    roles: [],
  },
  {
    name: "l90",
    title: { nl: "90 minuten: bestuur een stadsdeel", en: "90 minutes: govern a district" },
    goal: {
      nl: "Studenten spelen rollen, kiezen samen een strategie met een budget, en verantwoorden hun besluit met bewijs en grenzen.",
      en: "Students play roles, choose a strategy with a budget together, and account for their decision with evidence and limits.",
    },
    steps: [
      { ...open, minutes: 5 },
      { minutes: 10, what: { nl: "Deel de rolkaarten uit. Elke rol schrijft op: wat wil ik over vijf jaar zien? (werkblad, bovenaan)", en: "Hand out the role cards. Each role writes down: what do I want to see in five years? (worksheet, top)" } },
      { minutes: 15, what: { nl: "Eerste ronde: programma of zoeken? Voorspel, toon, vertel vanuit uw rol. Vraag 1.", en: "First round: programme or search? Predict, show, tell from your role. Question 1." }, scene: steering },
      { minutes: 15, what: { nl: "Tweede ronde: kleine kosten. Vraag 2.", en: "Second round: small costs. Question 2." }, scene: coffee },
      { minutes: 15, what: { nl: "Derde ronde: alleen ruimte geven, of ook rugdekking? Vraag 3 en 4.", en: "Third round: only give room, or back people too? Questions 3 and 4." }, scene: engaged },
      { minutes: 20, what: { nl: "Maak samen één pakket knoppen voor B dat binnen het budget past. Schrijf besluit en redenen bij ‘Bewaren’.", en: "Together make one set of levers for B that fits the budget. Write decision and reasons under ‘Keep’." } },
      { minutes: 10, what: { nl: "Presenteer het besluit. Noem de aanname die het meest pijn zou doen als zij niet klopt. Vraag 5.", en: "Present the decision. Name the assumption that would hurt most if wrong. Question 5." } },
    ],
    questions: [steeringQuestion, coffeeQuestion, loadQuestion, familyQuestion, chanceQuestion],
    roles,
  },
  {
    name: "workshop",
    title: { nl: "Werksessie van twee uur: gids voor de begeleider", en: "Two-hour workshop: the facilitator's guide" },
    goal: {
      nl: "Een groep uit de praktijk maakt haar eigen verwachting zichtbaar, toetst die, en legt één besluit vast met de redenen.",
      en: "A group from practice makes its own expectation visible, tests it, and records one decision with its reasons.",
    },
    steps: [
      { minutes: 10, what: { nl: "Welkom. Vraag van de groep in één zin opschrijven bij ‘Bewaren’. Zeg wat het model niet kan: geen voorspelling, geen oordeel over een bestaande wijk.", en: "Welcome. Write the group's question in one sentence under ‘Keep’. Say what the model cannot do: no prediction, no judgement of an existing neighbourhood." } },
      { minutes: 15, what: { nl: "Niets nieuws: kies het stadsdeel dat het meest lijkt, kijk naar de grijze lijn en naar het netwerk. Wat herkent u, wat niet?", en: "Nothing new: choose the district that is most alike, look at the grey line and the network. What do you recognise, what not?" }, scene: { a: side("none"), b: side("none"), outcome: "collaborations_alive" } },
      { minutes: 20, what: { nl: "Voorspel eerst: ieder legt een voorspelling vast. Bespreek het laagste en het hoogste antwoord vóór u de uitkomst toont.", en: "Predict first: everyone records a prediction. Discuss the lowest and the highest answer before you show the result." }, scene: steering },
      { minutes: 10, what: { nl: "Pauze.", en: "Break." } },
      { minutes: 30, what: { nl: "Eigen voorstel: zet knoppen bij B, één tegelijk, en gebruik ‘Ongedaan maken’. Schrijf bij elke knop op: hielp het, wat kostte het, voor wie?", en: "Own proposal: set levers for B, one at a time, and use ‘Undo’. Write for each lever: did it help, what did it cost, for whom?" }, scene: engaged },
      { minutes: 15, what: { nl: "Waarom? Zoek uit welke regels het verschil dragen. Kent u een geval waar die regel niet klopt? Verander dan die aanname en kijk opnieuw.", en: "Why? Find out which rules carry the difference. Do you know a case where that rule is wrong? Then change that assumption and look again." } },
      { minutes: 15, what: { nl: "Besluit en redenen vastleggen. Wie doet morgen wat, en wat moet eerst in het echt worden nagegaan?", en: "Record decision and reasons. Who does what tomorrow, and what must first be checked in reality?" } },
      { minutes: 5, what: { nl: "Bewaar als bestand, druk het verslag af, deel beide uit.", en: "Save as a file, print the report, hand out both." } },
    ],
    questions: [steeringQuestion, loadQuestion, familyQuestion, chanceQuestion],
    roles,
  },
];

export function staged(now: Scenario, scene: NonNullable<Step["scene"]>): Scenario {
  return { ...now, a: scene.a, b: scene.b };
}
