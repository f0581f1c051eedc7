access-refused = This bot is for invited people only. To use it, tell its operator your number { $id }.
limit-reached = You are asking faster than I can answer. Please wait a moment.
