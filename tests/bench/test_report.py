"""What was measured, told."""

from bench.measured import measure, times_of
from bench.questions import Asked
from bench.report import kept, save, told


class Quick:
    def __init__(self):
        self.asked = []

    def ask(self, asked):
        self.asked.append(asked)
        return 1


def test_the_middle_and_the_95th_of_a_hundred_times_are_told():
    times = times_of(range(101))

    assert (times.p50, times.p95, times.longest) == (50, 95, 100)


def test_every_engine_answers_every_question_in_each_round_and_once_before():
    engines = {"Crossread": Quick(), "other": Quick()}
    questions = [Asked("a", ("x",)), Asked("b", ("y",))]

    table = measure(engines, questions, rounds=2)

    assert engines["other"].asked == questions * 3
    assert list(table) == ["a", "b", "all of these"]


def test_the_table_has_a_row_for_each_class_and_our_time_over_theirs():
    times = {"Crossread": times_of([10.0]), "other": times_of([20.0])}

    assert "| a | 10.0 / 10.0 | 20.0 / 20.0 | 0.50 |" in told(1_000, {"a": times})


def test_figures_of_several_sizes_are_kept(tmp_path):
    times = {"Crossread": times_of([10.0])}
    save(10, {"a": times}, tmp_path)
    save(20, {"a": times}, tmp_path)

    assert set(kept(tmp_path)) == {"10", "20"}
