# %% [markdown]
# # From one agent to a figure
#
# For those who know Mesa: step a model and look at one agent, ask the same question of many worlds with a
# sweep, and draw the answer. Open this file as a notebook in an editor that knows `# %%`, or run it:
# `python docs/examples/from_agent_to_figure.py`. It is small, so that it takes seconds; for an answer that
# can be told to others take `weeks=260` and a hundred seeds.

# %%
import tempfile
from pathlib import Path

from mesa import DataCollector

from analysis import load
from analysis.figures import save, soil
from analysis.intervals import mean_of
from experiments.cli import main as bodem
from sim import CollaborationModel, InformalWorker
from sim.measures import NAMES

WHERE = Path(tempfile.mkdtemp())

# %% [markdown]
# ## One agent in one world
#
# The model is a `mesa.Model`; agents are views of a row, made when asked for.

# %%
model = CollaborationModel(district="nieuw_west", strategy="explorative", seed=1, weeks=26)
collector = DataCollector(
    model_reporters={"trust": lambda one: one.measures.trust_in_workers},
    agenttype_reporters={InformalWorker: {"energy": "energy", "partners": lambda one: len(one.partners())}},
)
for _ in range(26):
    model.step()
    if model.week % 13 == 0:
        collector.collect(model)

worker = model.agents_by_type[InformalWorker].to_list()[0]
print(
    worker, "has", len(worker.partners()), "partners and trusts the district", round(worker.trust_district, 2)
)
print(model.agents_by_type[InformalWorker].agg("energy", max), "is the most energy that a worker has left")
print(collector.get_agenttype_vars_dataframe(InformalWorker).groupby("Step").mean(numeric_only=True))

# %% [markdown]
# ## The same question in many worlds
#
# One world is one story. A sweep runs both strategies in the same worlds: the same seed gives the same
# people, the same chance and the same shocks on both sides, so that a difference is the strategy's.

# %%
design = "design={kind: grid, factors: {strategy: [programmatic, explorative]}, seeds: 6}"
assert bodem(["sweep", design, "weeks=26", "engine=threads", "--out", str(WHERE / "sweep")]) == 0

sweep = load(WHERE / "sweep")
worlds = sweep.table.pivot(index="seed", columns="strategy", values="trust_in_workers")
apart = worlds["explorative"] - worlds["programmatic"]
print("explorative minus programmatic, with its 95 % interval:", mean_of(apart.to_numpy()).words("en"))

# %% [markdown]
# ## A figure
#
# Figures are plain functions from tables to a matplotlib `Figure`.

# %%
runs = sweep.design.loc[sweep.design["strategy"] == "explorative", "run_id"]
weekly = sweep.weekly[sweep.weekly["run_id"].isin(runs)]
values = weekly[list(NAMES)].to_numpy().reshape(len(runs), 26, len(NAMES))
figure = soil.soil(values, NAMES, "Nieuw-West, strategy explorative, half a year")
print(save(figure, WHERE / "soil", ["png"]))

# %% [markdown]
# The report of the whole sweep, with every number traced to a run: `bodem report SWEEP`.
