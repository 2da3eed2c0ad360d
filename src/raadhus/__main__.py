from raadhus.interfaces.cli.main import main

main()
