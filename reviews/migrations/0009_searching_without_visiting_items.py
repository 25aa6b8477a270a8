"""The index beside the items: postings, what marks them as out of date, synonyms, the vocabulary."""

from pathlib import Path

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.text
import reviews.search_language
from django.conf import settings
from django.db import migrations, models


UNDO = """
DROP FUNCTION crossread_mark_old_items() CASCADE;
DROP FUNCTION crossread_mark_new_items() CASCADE;
DROP FUNCTION crossread_mark_items_of_old() CASCADE;
DROP FUNCTION crossread_mark_items_of_new() CASCADE;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('reviews', '0008_the_language_of_search'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchBlock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.IntegerField(unique=True)),
                ('items', models.BinaryField()),
                ('themes', models.BinaryField()),
                ('made_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='SearchChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.IntegerField(db_index=True)),
            ],
        ),
        migrations.AddField(
            model_name='review',
            name='name_words',
            field=models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector(reviews.search_language.PlainWords(models.F('display_name')), config='crossread', weight='A'), '||', django.contrib.postgres.search.SearchVector(reviews.search_language.PlainWords(models.F('title')), config='crossread', weight='A'), django.contrib.postgres.search.SearchConfig('crossread')), '||', django.contrib.postgres.search.SearchVector(reviews.search_language.PlainWords(models.F('partnership_as_printed')), config='crossread', weight='B'), django.contrib.postgres.search.SearchConfig('crossread')), '||', django.contrib.postgres.search.SearchVector(reviews.search_language.PlainWords(models.F('area')), config='crossread', weight='B'), django.contrib.postgres.search.SearchConfig('crossread')), '||', django.contrib.postgres.search.SearchVector(reviews.search_language.PlainWords(models.F('subject')), config='crossread', weight='A'), django.contrib.postgres.search.SearchConfig('crossread')), output_field=django.contrib.postgres.search.SearchVectorField()),
        ),
        migrations.RemoveIndex(model_name='item', name='item_words'),
        migrations.RemoveField(model_name='item', name='search'),
        migrations.AddField(
            model_name='item',
            name='search',
            field=models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.CombinedSearchVector(django.contrib.postgres.search.SearchVector(reviews.search_language.PlainWords(models.F('label')), config='crossread', weight='A'), '||', django.contrib.postgres.search.SearchVector(reviews.search_language.PlainWords(models.F('heading')), config='crossread', weight='C'), django.contrib.postgres.search.SearchConfig('crossread')), '||', django.contrib.postgres.search.SearchVector(reviews.search_language.PlainWords(models.F('text')), config='crossread', weight='B'), django.contrib.postgres.search.SearchConfig('crossread')), output_field=django.contrib.postgres.search.SearchVectorField()),
        ),
        migrations.AddIndex(
            model_name='item',
            index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['search'], name='item_words'),
        ),
        migrations.CreateModel(
            name='Posting',
            fields=[
                ('pk', models.CompositePrimaryKey('lexeme', 'block_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('lexeme', models.TextField(db_collation='C')),
                ('occurrences', models.BinaryField()),
                ('block', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='reviews.searchblock')),
            ],
        ),
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('note', models.CharField(blank=True, max_length=200)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('changed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='synonyms_changed', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='VocabularyWord',
            fields=[
                ('word', models.TextField(db_collation='C', primary_key=True, serialize=False)),
                ('lexeme', models.TextField(db_collation='C')),
                ('trigrams', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), size=None)),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=['trigrams'], name='vocabulary_trigrams'), models.Index(fields=['lexeme'], name='vocabulary_lexemes')],
            },
        ),
        migrations.CreateModel(
            name='SynonymTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=120)),
                ('position', models.PositiveSmallIntegerField()),
                ('words', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector(reviews.search_language.PlainWords(models.F('term')), config='crossread', weight='A'), output_field=django.contrib.postgres.search.SearchVectorField())),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='terms', to='reviews.synonymgroup')),
            ],
            options={
                'ordering': ['group', 'position'],
                'constraints': [models.CheckConstraint(condition=models.Q(('term', ''), _negated=True), name='a_term_says_something'), models.UniqueConstraint(models.F('group'), django.db.models.functions.text.Lower('term'), name='a_term_once_in_a_group')],
            },
        ),
        migrations.RunSQL(Path(__file__).with_name('search_triggers.sql').read_text(), UNDO),
    ]
