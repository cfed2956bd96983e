// Short names of the charted measures, for above a small chart; the registry has the long ones.
const titles: Record<string, { nl: string; en: string }> = {
  collaborations_alive: { nl: "Lopende samenwerkingen", en: "Collaborations alive" },
  trust_in_workers: { nl: "Vertrouwen in werkers", en: "Trust in workers" },
  trust_in_professionals: { nl: "Vertrouwen in professionals", en: "Trust in professionals" },
  urgency_professionals: { nl: "Urgentie bij professionals", en: "Urgency of professionals" },
  late_crises: { nl: "Late crises", en: "Late crises" },
  volunteer_overload: { nl: "Overvraagde vrijwilligers", en: "Volunteers asked too much" },
  soil_knowing: { nl: "1. Elkaar kennen", en: "1. Knowing each other" },
  soil_trust: { nl: "2. Vertrouwen", en: "2. Trust" },
  soil_urgency: { nl: "3. Gedeelde urgentie", en: "3. Shared urgency" },
  soil_vision: { nl: "4. Gedeelde visie", en: "4. Shared vision" },
  referrals_offered: { nl: "Verwijzing aangeboden", en: "Referrals offered" },
  referrals_accepted: { nl: "Door gezin aanvaard", en: "Accepted by families" },
  referrals_attributed: { nl: "Toegeschreven", en: "Attributed" },
  early_help: { nl: "Vroege hulp", en: "Early help" },
  urgency_workers: { nl: "Urgentie bij werkers", en: "Urgency of workers" },
  volunteer_energy: { nl: "Energie", en: "Energy" },
  volunteer_hours: { nl: "Vrijwilligersuren", en: "Volunteer hours" },
  disappointment: { nl: "Teleurstelling", en: "Disappointment" },
  trust_in_district: { nl: "Vertrouwen in stadsdeel", en: "Trust in the district" },
  paradox_gap: { nl: "Kloof: wil en beeld", en: "Gap: will and image" },
  starts: { nl: "Begonnen", en: "Started" },
  ends: { nl: "Gestopt", en: "Ended" },
};

export function titleIn(name: string, long: string, lang: "nl" | "en"): string {
  return titles[name]?.[lang] ?? long;
}
