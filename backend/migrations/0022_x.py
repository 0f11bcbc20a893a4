from tortoise import migrations
from tortoise.migrations import operations as ops

class Migration(migrations.Migration):
    dependencies = [('models', '0021_rates')]

    initial = False

    operations = [
        ops.AlterModelOptions(
            name='DutyHolder',
            options={'table': 'duty_holders', 'app': 'models', 'pk_attr': 'id', 'table_description': 'Who answers for a place by day or by night, and under which number (design 5.12).'},
        ),
    ]
