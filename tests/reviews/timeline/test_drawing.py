"""Where everything of a timeline's picture stands."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviews.timeline.drawing import DOT, LEFT, RIGHT, draw, duration, gaps_of, scale_of
from reviews.timeline.episodes import Episode, episodes_of
from reviews.timeline.moments import Lane, Moment

SCHOOLS, POLICE = Lane("schools", "Schools and colleges", 2), Lane("police", "Police", 1)


def moment(first, last="", *, lanes=("schools",), episode=""):
    begin = date.fromisoformat(first)
    end = date.fromisoformat(last) if last else begin
    return Moment(begin, end, not last, lanes, first, "Something happened.", "#i-1", episode)


def drawn(moments, lanes, **more):
    drawing = draw(moments, lanes, **more)
    assert drawing is not None
    return drawing


def test_marks_stand_to_scale():
    first, middle, last = (
        mark.middle
        for mark in drawn([moment("2019-01-01"), moment("2020-01-01"), moment("2020-12-31")], [SCHOOLS]).marks
    )

    assert LEFT < first < middle < last < RIGHT
    assert abs((middle - first) - (last - middle)) < 1


def test_an_exact_day_is_a_dot_and_a_vague_date_as_wide_as_its_days():
    exact, vague = drawn([moment("2019-01-01"), moment("2019-03-01", "2019-05-31")], [SCHOOLS]).marks

    assert exact.width == DOT
    assert vague.width > 5 * DOT


def test_marks_of_one_lane_never_cover_each_other():
    marks = drawn([moment("2019-01-01"), moment("2019-01-01"), moment("2020-01-01")], [SCHOOLS]).marks

    assert marks[0].y != marks[1].y


def test_an_event_of_several_agencies_has_a_mark_in_each_lane_and_one_link():
    drawing = drawn([moment("2019-01-01", lanes=("schools", "police"))], [SCHOOLS, POLICE])

    assert len(drawing.marks) == 1
    assert drawing.marks[0].others == (drawing.rows[1].middle,)


def test_a_stretch_of_which_nothing_is_told_is_a_gap_with_its_length():
    moments = [moment("2019-01-01"), moment("2019-11-01")]

    assert [gap.label for gap in gaps_of(moments, scale_of(moments))] == ["10 months"]


def test_what_a_vague_event_covers_is_no_gap():
    moments = [moment("2019-01-01", "2019-10-31"), moment("2019-11-01")]

    assert gaps_of(moments, scale_of(moments)) == []


def test_some_of_the_events_are_drawn_on_the_scale_of_all():
    every = [moment("2015-01-01"), moment("2020-01-01")]

    assert drawn(every[1:], [SCHOOLS], of=every).scale == drawn(every, [SCHOOLS]).scale


def test_without_events_there_is_no_picture():
    assert draw([], [SCHOOLS]) is None


def test_lengths_are_in_words():
    begin = date(2019, 1, 1)

    assert duration(begin, date(2019, 3, 1)) == "8 weeks"
    assert duration(begin, date(2019, 8, 1)) == "7 months"
    assert duration(begin, date(2021, 1, 1)) == "2 years"


def test_sections_that_tell_several_events_are_episodes_and_analysis_is_none():
    told = [moment(f"2019-0{month}-01", episode="What happened › Arriving: 2019") for month in (1, 2, 3)]
    argued = [moment(f"2019-0{month}-01", episode="Analysis › Three referrals") for month in (4, 5, 6)]
    years = [moment(f"2020-0{month}-01", episode="The narrative › 2020") for month in (1, 2, 3)]

    assert episodes_of([*told, *argued, *years]) == [Episode("Arriving: 2019", date(2019, 1, 1), date(2019, 3, 1), 3)]


def test_what_calls_itself_an_episode_is_one():
    assert [one.name for one in episodes_of([moment("2019-01-01", episode="Key episodes › Episode 1: the sore")])] == [
        "Episode 1: the sore"
    ]


days = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(days, days), min_size=1, max_size=30))
def test_everything_stands_within_the_picture(pairs):
    moments = [
        Moment(min(pair), max(pair), pair[0] == pair[1], ("schools",), "then", "It happened.", "#") for pair in pairs
    ]
    drawing = drawn(moments, [SCHOOLS])

    assert all(mark.x >= LEFT - DOT and mark.x + mark.width <= RIGHT + DOT for mark in drawing.marks)
    assert all(drawing.top < mark.y < drawing.bottom for mark in drawing.marks)
    assert len(drawing.ticks) <= 24


def test_an_incident_on_a_known_day_is_a_line_and_one_within_a_month_as_wide_as_the_month():
    told = [moment("2019-01-01"), moment("2019-12-31")]
    day, month = date(2019, 6, 1), date(2019, 6, 30)

    line, stretch = (drawn(told, [SCHOOLS], incident=days).incident for days in ((day, day), (day, month)))

    assert line is not None
    assert stretch is not None
    assert line.width == 0
    assert stretch.width > DOT
    assert line.x == stretch.x


def test_a_long_name_of_a_lane_keeps_its_number_and_has_room():
    long = Lane("reviewing", "Independent reviewing and child protection conferences", 11)

    (row,) = drawn([moment("2019-01-01", lanes=("reviewing",))], [long]).rows

    assert " ".join(words for _, words in row.name_lines) == f"{long.name} (11)"
    assert all(row.y < y < row.y + row.height for y, _ in row.name_lines)


def test_a_mark_says_in_words_when_it_was_and_who_was_part_of_it():
    (mark,) = drawn([moment("2019-01-01", lanes=("schools", "police"))], [SCHOOLS, POLICE]).marks

    assert mark.title == "2019-01-01, Schools and colleges, Police: Something happened."
