"""Who is in the model, as Mesa agents: views of rows, made when they are asked for."""

from sim.agents.actors import Actor, InformalWorker, Professional
from sim.agents.families import Parent
from sim.agents.governor import MetaGovernor, Policies
from sim.agents.organisations import FormalOrganisation, SelfOrganisation
from sim.agents.records import Departed
from sim.agents.views import View

__all__ = [
    "Actor",
    "Departed",
    "FormalOrganisation",
    "InformalWorker",
    "MetaGovernor",
    "Parent",
    "Policies",
    "Professional",
    "SelfOrganisation",
    "View",
]
