"""Referral flows: what is accepted below what is offered, and the ways without a referral beside them."""

from typing import Final

from analysis.figures.family import Family

REFERRALS: Final = Family(
    "referrals",
    ("Referrals offered and accepted, and other ways to help", "Verwijzingen, en andere wegen naar hulp"),
    (
        "offered_to_preventive",
        "offered_to_youth_care",
        "offered_to_informal",
        "on_location_consultations",
        "accepted_to_preventive",
        "accepted_to_youth_care",
        "accepted_to_informal",
        "self_referrals",
    ),
    columns=4,
    shared=False,
    tall=1.15,
    told="cumulative",
    titles={
        "accepted_to_informal": (
            "Accepted by families pointed to a worker",
            "Aanvaard door gezinnen die op een werker zijn gewezen",
        )
    },
)
