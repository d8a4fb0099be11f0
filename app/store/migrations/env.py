"""What Alembic runs to bring a database up to date, over the connection that `schema.py` holds the lock on."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
