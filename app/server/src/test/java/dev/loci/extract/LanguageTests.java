package dev.loci.extract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTests {

	@ParameterizedTest
	@ValueSource(strings = { "Saya tinggal di Jakarta.", "Tôi sống ở Hà Nội.", "Nisam iz Zagreba, živim ovdje.",
			"Mimi ninaishi Nairobi.", "Nakatira ako sa Maynila.", "Vivo en Barcelona desde hace tres años.",
			"Mañana viajo a Barcelona con mi hermana.", "Me gusta mucho el café por la mañana.",
			"Trabajo como enfermera en un hospital grande.", "Mi hermano se llama Carlos y vive en Lima.",
			"Ayer compré una bicicleta nueva para mi hija.", "No como carne porque soy vegetariana.",
			"El sábado vamos al cine con amigos.", "Tengo dos perros y un gato negro.",
			"Estudio medicina en la Universidad de Granada.", "Nos mudamos a Sevilla el año pasado.",
			"Quiero aprender a tocar la guitarra.", "Hoy hace mucho calor en Madrid.",
			"Mis padres viven cerca del mar.", "Juego al fútbol todos los domingos.",
			"Ich wohne seit drei Jahren in Berlin.", "Morgen fahre ich mit meiner Schwester nach Hamburg.",
			"Ich trinke morgens gerne Kaffee mit Milch.", "Mein Bruder heißt Karl und lebt in Wien.",
			"Gestern habe ich ein neues Fahrrad gekauft.", "Wir ziehen nächsten Monat nach München um.",
			"Ich will in Berlin arbeiten und leben.", "Meine Eltern wohnen in der Nähe vom See.",
			"Am Samstag gehen wir ins Kino.", "Ich esse kein Fleisch, weil ich Vegetarierin bin.",
			"Er arbeitet als Lehrer an einer Schule.", "Heute ist es sehr warm hier.",
			"Unser Hund ist schon zehn Jahre alt.", "Ich lerne gerade Spanisch und Gitarre.",
			"Sie spielt jeden Sonntag Fußball im Verein.", "J'habite à Paris depuis trois ans.",
			"Demain je pars à Lyon avec ma soeur.", "J'aime beaucoup le café le matin.",
			"Mon frère s'appelle Karl et vit à Nice.", "Hier j'ai acheté un nouveau vélo.",
			"Nous déménageons à Lille le mois prochain.", "Je travaille comme infirmière dans un hôpital.",
			"Mes parents habitent près de la mer.", "Samedi nous allons au cinéma ensemble.",
			"Je ne mange pas de viande.", "Il fait très chaud aujourd'hui ici.", "Notre chien a déjà dix ans.",
			"J'apprends à jouer de la guitare.", "Elle joue au foot tous les dimanches.",
			"On va souvent au marché le samedi.", "Abito a Roma da tre anni.", "Domani vado a Milano con mia sorella.",
			"Mi piace molto il caffè la mattina.", "Mio fratello si chiama Carlo e vive a Torino.",
			"Ieri ho comprato una bicicletta nuova.", "Ci trasferiamo a Napoli il mese prossimo.",
			"Lavoro come infermiera in un ospedale.", "I miei genitori vivono vicino al mare.",
			"Sabato andiamo al cinema con amici.", "Non mangio carne perché sono vegetariana.",
			"Oggi fa molto caldo a Bari.", "Il nostro cane ha dieci anni.", "Sto imparando a suonare la chitarra.",
			"Gioca a calcio tutte le domeniche.", "Studio medicina all'università di Bologna.",
			"Moro em Lisboa há três anos.", "Amanhã vou ao Porto com a minha irmã.", "Gosto muito de café de manhã.",
			"O meu irmão chama-se Carlos e vive em Faro.", "Ontem comprei uma bicicleta nova.",
			"Vamos mudar para Braga no próximo mês.", "Trabalho como enfermeira num hospital grande.",
			"Os meus pais moram perto do mar.", "No sábado vamos ao cinema com amigos.",
			"Não como carne porque sou vegetariana.", "Hoje está muito calor em Lisboa.", "O nosso cão tem dez anos.",
			"Estou aprendendo a tocar violão.", "Ela joga futebol todos os domingos.", "Eu quero viajar para o Brasil.",
			"Necesito comprar leche y pan después del trabajo.", "La reunión empieza a las nueve en punto.",
			"Mi jefa prefiere el té verde.", "Anoche soñé con un viaje largo.", "Llueve otra vez en Bilbao.",
			"Meine Chefin trinkt lieber grünen Tee.", "Wir treffen uns um neun am Bahnhof.",
			"Letzte Woche war ich beim Zahnarzt.", "Die Kinder schlafen schon seit acht.",
			"Mir gefällt die neue Wohnung sehr.", "Ma cheffe préfère le thé vert.",
			"La réunion commence à neuf heures.", "Les enfants dorment depuis huit heures.",
			"J'ai rendez-vous chez le dentiste lundi.", "Il pleut encore à Brest ce soir.",
			"La mia capa preferisce il tè verde.", "La riunione comincia alle nove in punto.",
			"I bambini dormono dalle otto di sera.", "Piove di nuovo a Genova stasera.",
			"Lunedì ho appuntamento dal dentista.", "A minha chefe prefere chá verde.",
			"A reunião começa às nove em ponto.", "As crianças dormem desde as oito.", "Chove outra vez no Porto hoje.",
			"Bydlím v Praze a pracuji v bance.", "Jmenuji se Jana a piju čaj.",
			"Asun Helsingissä ja työskentelen Nokialla.", "Siskoni asuu nyt Turussa.",
			"Budapesten lakom és tanár vagyok.", "Nagyon szeretem a teát.", "Jeg bor i Aarhus og spiser ikke kød.",
			"Min søster hedder Freja.", "Jeg jobber i Oslo nå.", "Locuiesc în Cluj și lucrez la bancă." })
	void knowsShortSentencesOfItsNeighbours(String text) {
		assertThat(Language.isOther(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "I live in Berlin.", "I like tea. [fact 0198c5f2-7d4e-7c1a-9b3e-2f6a8d4c1e70]",
			"See https://example.com/de/la/el or write to el@la.de.", "Ana likes sushi.",
			"Visited Los Angeles and La Jolla.", "Ana loves café con leche.",
			"We flew from Rio de Janeiro to San Sebastián.", "My favourite book is Die Verwandlung by Kafka.",
			"Her band is called Los de Abajo.", "Moved to São Paulo last year with José.", "El Niño brought rain.",
			"Dinner at Le Petit Bistro du Coin tonight.", "Ludwig van Beethoven, Vincent van Gogh, Johann von Goethe.",
			"Das Boot and La La Land are great movies.", "Had crème brûlée, pâté and a café au lait.",
			"Carlos y María came along.", "Met José at the Museo del Prado.", "She said \"c'est la vie\" and left.",
			"Tom plays tennis; Ann plays chess.", "Vegan since March.", "Love sushi, hate olives.",
			"Kids: Mia, Leo, Max.", "Anna hat Tom met Ben.", "So do I, no?", "Die Hard is on.", "Was in on it.",
			"Pasta al dente, risotto, gnocchi and a tiramisù.", "Déjà vu! Same old soirée at Zoë's.",
			"He studied at the École Normale Supérieure de Lyon.", "Working remote, hybrid Fridays.",
			"Allergic to peanuts, shellfish, cats.", "Adopted two rescue greyhounds named Tango and Cash.",
			"Bonjour! I moved to Paris.", "Hola, my name is Juan de la Cruz.", "No más tequila for me." })
	void takesNoEnglishForAnotherLanguage(String text) {
		assertThat(Language.isOther(text)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sentences-tuned.txt", "sentences-held-out.txt" })
	void takesNoneOfItsExamplesForAnotherLanguage(String file) {
		assertThat(Examples.in(file).all()).hasSizeGreaterThan(50)
			.noneMatch((example) -> Language.isOther(example.utterance().content()));
	}

}
