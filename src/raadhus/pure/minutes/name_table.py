"""Common Danish given names, and words that begin a sentence but are nobody's name."""

from raadhus.pure.minutes.word_blocks import words_of

GIVEN_NAMES = frozenset(
    words_of("""
Aage Adam Agnete Ahmed Aksel Albert Alberte Alexander Alfred Ali Alice Allan Alma Amalie Amir Anders Andreas Anette
Anja Anker Ann Anna Anne Annelise Annette Anni Anton Arne Arthur Asger Asta Astrid August Axel Aya Benedikte Benjamin
Bent Bente Berit Bertil Birger Birgit Birgitte Birthe Bjarke Bjarne Bo Bodil Brian Britta Britt Bruno Camilla Carina
Carl Carla Carsten Caroline Casper Cecilie Charlotte Christel Christian Christina Christine Christoffer Claus Clara
Connie Dan Daniel David Dennis Ditte Dorte Dorthe Ebbe Edith Egon Einar Elias Elisabeth Elise Ella Ellen Elsa Else
Elva Emil Emilie Emma Erik Erling Ernst Esben Esther Eva Fatima Fie Filip Finn Flemming Frank Franz Freja Frederik
Frederikke Frida Frits Gerda Gert Gitte Grethe Gunnar Gurli Hanna Hanne Hans Harald Harry Hassan Heidi Helen Helena
Helene Helge Helle Henning Henriette Henrik Herbert Herman Holger Hugo Ib Ida Inge Ingeborg Inger Ingrid Ingvar Irene
Iris Isabella Ivan Jack Jacob Jakob Jan Jane Janne Janni Janus Jasmin Jeanette Jens Jeppe Jesper Jette Jim Joan Johan
Johannes John Johnny Jonas Jonathan Josefine Julie Jytte Jørgen Kaj Karen Karim Karin Karina Karl Karla Karsten Kasper
Katja Katrine Kenneth Kent Kevin Kim Kirsten Kirstine Kjeld Klaus Knud Kresten Kristian Kristina Kristine Kristoffer
Kurt Lars Lasse Laura Laurits Leif Lene Lena Leo Lilian Lily Linda Line Lis Lisa Lisbeth Lise Liselotte Liv Lone Lotte
Louise Lukas Lykke Maj Maja Malene Malthe Mads Magnus Marcus Maren Margit Margrethe Maria Marianne Marie Mariam
Marlene Martin Mary Mathias Mathilde Max Mehmet Merete Mette Mia Michael Michelle Mie Mikael Mikkel Mille Mogens Mona
Monica Morten Muhammad Nadia Nana Nanna Naja Nicklas Nicolai Niels Nikolaj Nils Nina Noah Nora Ole Olga Oliver Oskar
Otto Palle Paw Per Pernille Peter Philip Pia Poul Preben Rasmus Rebecca Regitze René Richard Rie Rikke Rita Robert
Robin Rolf Ronja Rosa Ruben Ruth Sabrina Sally Sandra Sanne Sara Sarah Sebastian Selma Signe Sigurd Silas Simon Sine
Sissel Sofia Sofie Solveig Sonja Stefan Steen Steffen Sten Stig Stine Storm Sune Susan Susanne Sven Svend Søren Sørine
Tanja Thea Theis Theodor Thomas Thor Thorkild Tilde Tim Tina Tine Tobias Tom Tommy Tore Torben Trine Troels Uffe Ulf
Ulla Ulrik Valdemar Vera Verner Vibeke Vibe Victor Victoria Viggo Viktor Villads Villy Vincent Vita Vivi William
Winnie Yasmin Yrsa Yusuf Yvonne Zahra Åge Åse Aase Abdi Agnes Aisha Albertine Alf Amanda Amina Andrea Anine Anna-Lise
Anne-Grethe Anne-Marie Annemette Annika Ansgar Arvid Asbjørn Asmus Aske Bahar Balder Bastian Beate Bella Bendt Berta
Bertha Bettina Bianca Birgitta Bjørn Boris Brit Buster Børge Carlo Carlos Carolina Charlie Christa Claes Cleo Dagmar
Dagny Daniella Detlef Dicte Dina Dines Dion Dorit Ea Eddie Edel Edvard Eigil Eik Ejler Ejnar Ejvind Eleonora Elin
Elinor Ellinor Elliot Elly Elma Else-Marie Elvira Emine Emmy Enok Enrico Erica Erika Erna Ernest Eskild Eugen Evald
Evy Fabian Felix Filippa Flora Folmer Fredy Frode Gabriel Gerner Gorm Grete Greta Gry Gudrun Gunhild Gunner Gustav
Gyda Hedvig Helga Heine Helmer Hella Hjalmar Hjørdis Iben Ibrahim Ingelise Inge-Lise Ingolf Irma Isak Ismail Iver
Jacqueline Jais James Jarl Jannick Jannik Jannie Jasper Jens-Peter Jerry Jimmi Jimmy Joachim Joakim Jon Jonna Jonatan
Josephine Judith Julia Julius Juna Justus Kamilla Kamma Karl-Erik Karoline Katarina Kathe Kathrine Kathrin Katrin Keld
Ketty Kia Kirsa Kis Kitt Kjell Konrad Krista Kristen Kåre Lau Laust Lauge Lauritz Lea Leila Lennart Leonora Lillian
Linea Linnea Lissi Lisette Lizzie Lola Lotta Lucas Ludvig Luna Luise Lærke Mai Maiken Maibritt Majbritt Maj-Britt
Malou Malte Manfred Manja Margaret Margot Margrete Marius Mark Markus Marlis Martha Marthe Marvin Matias Mathilda
Matilde Maya Melissa Meta Mikkeline Minna Mira Miriam Mohammed Mohamed Musa Mustafa Nadja Naser Nete Nette Niklas
Nikoline Norman Nynne Oda Odin Olav Oluf Omar Orla Osman Oscar Ove Patrick Patrik Paul Pauline Peder Petra Pelle
Petrea Pil Poula Ragna Ragnhild Ralf Randi Rene Renate Rigmor Rina Roar Roland Rosalina Rose Rosita Rune Samira Samuel
Sandie Sascha Selina Sidsel Siff Sigfred Sigrid Silke Simone Sirid Sisse Siv Skjold Sofus Solvej Sonny Stella Stephan
Stephanie Stinna Svenning Svenja Sylvester Sylvia Tage Tania Tanya Tarik Teis Teresa Terese Theodora Therese Thilde
Thit Thora Thorbjørn Thorvald Thyge Thyra Tia Tonny Tonni Torkild Torsten Tove Toke Tue Tuva Tyra Ulrika Ulrikke
Ulrich Ursula Vagn Valborg Vanessa Vigga Vilfred Vilhelm Vilma Villum Viola Vivian Walther Werner Willy Yasin Ylva
Youssef Yusra Zeinab Zenia Zoe Ørnulf Østen
""")
)
AREAS = frozenset(
    words_of("""
Stab Ledelse Økonomi Teknik Miljø Kultur Fritid Børn Unge Skole Skoler Dagtilbud Social Sundhed Ældre Plan By Byer
Beskæftigelse Borgerservice IT HR Digitalisering Løn Personale Job Erhverv Natur Klima Ejendomme Ejendom Byg Veje Trafik
Jura Kommunikation Politik Udvikling Indkøb Integration Familie Handicap Psykiatri Land Arbejdsmarked Presse Byggeri
Drift Vej Park Udbud Lønkontoret Ejendomsservice Bogholderiet Revisionen
""")
)
NOT_NAMES = frozenset(
    words_of("""
Det Der Den De Et En I På Til Efter Inden Som Hvis Når Ved Med For Om Herefter Endvidere Desuden Ligeledes Samtidig
Derfor Endelig Eventuelle Eventuelt Næste Senest Notat Referat Godkendt Godkendes Drøftet Taget Tiltrådt Vedtaget
Udsat Afvist Anbefales Intet Ingen Ifølge Såfremt Ad Dette Disse Denne Her Hermed Input Beslutning Punkt Sag Emne Møde
Høringssvar Materiale Kommende Aktion Todo Frist Ansvarlig Deadline Fraværende Afbud Også Både Ca Inspiration
Bemærkninger Spørgsmål Forslag Vigtigt Budget Alt Oplæg Status Svar Vores Hele Nogle Flere Mange Enkelte Man Sidste
Første Hvad Hvordan Hvem Hvor Hvilke Undervejs Aftalt Besluttet Ikke Husk Ja Nej Tak Tages Sendes Ordet Ny Nye Nyt
Alene Private Offentlige Kommunale Øvrige Interne Eksterne Fælles Faste Gode Store Små Unge Ældre Yngre Danske Lokale
Frivillige Særlige Generelle Venstre Konservative Radikale Enhedslisten Socialdemokratiet Socialdemokraterne Liberal
Alternativet Moderaterne Danmarksdemokraterne Borgerlisten Lokallisten Staten Trafik Støj Regn Midler Penge Ferie
Fokus Tiden Enig Enighed
""")
)
# Endings of a single capitalised word that is a thing or an act, not a person.
THING_ENDINGS = words_of("""
ene erne ede ende este else elsen hed en et ing sag sager plan planer notat rapport liste oversigt skema brev aftale
politik strategi budget regnskab møde system projekt proces dag uge fravær samtale svar forslag udkast program
""")
