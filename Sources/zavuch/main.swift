print("zavuch")
