/**
 * Cities and what else bears the name of places elsewhere, one a line: spellings, then after `|` areas by which the city
 * gives itself away as the home of a gazetteer. A line with `@` names the country of those that follow. Written for Marsad from general knowledge; spellings are matched folded.
 */
export const CITIES = `
@ Morocco
Casablanca, Casa, Dar el Beida, الدار البيضاء, البيضاء, كازا | Anfa, Maarif, Sidi Moumen, Sidi Bernoussi, Hay Mohammadi, Ain Chock, Ain Sebaa, Sbata, Sidi Belyout
Rabat, الرباط | Agdal Riyad, Souissi, Yacoub El Mansour, El Youssoufia, Touarga, Hay Riad
Salé, Sale, سلا | Bettana, Tabriquet, Layayda, Hssaine, Bab Lamrissa
Temara, Témara, تمارة | 
Fès, Fez, Fes, فاس | Zouagha, Saiss, Mariniyine, Jnan El Ouard, Fès el Jdid
Marrakech, Marrakesh, مراكش | Guéliz, Ménara, Annakhil, Sidi Youssef Ben Ali
Tanger, Tangier, Tanja, طنجة | Beni Makada, Charf, Mghogha, Souani
Agadir, أكادير | Tikiouine, Anza, Bensergao, Talborjt
Meknès, Meknes, مكناس | Hamria, Toulal, Al Ismaïlia
Oujda, وجدة | Sidi Ziane, Sidi Driss El Kadi
Tétouan, Tetouan, تطوان | Sidi El Mandri, El Azhar
Kénitra, Kenitra, القنيطرة | Maamora, Saknia
Safi, آسفي | 
El Jadida, مدينة الجديدة المغربية | 
Mohammedia, المحمدية المغربية | 
Béni Mellal, Beni Mellal, بني ملال | 
Nador, الناظور | 
Laâyoune, العيون | 
Khouribga, خريبكة | 
Settat, سطات | 
Essaouira, الصويرة | 
Taza, تازة | 
Ouarzazate, ورزازات | 
Chefchaouen, شفشاون | 
Errachidia, الرشيدية | 
Larache, العرائش | 
@ Tunisia
Tunis, تونس العاصمة, Tounes | Bab Souika, Bardo, La Marsa, La Goulette, El Menzah, Carthage, قرطاج, Ettadhamen, Sidi Hassine, Le Kram
Sfax, صفاقس | Sakiet Ezzit, Sakiet Eddaïer, Thyna
Sousse, سوسة | Hammam Sousse, Akouda, Sahloul, Khezama
Kairouan, القيروان | 
Bizerte, بنزرت | Menzel Bourguiba, Zarzouna
Gabès, Gabes, قابس | 
Gafsa, قفصة | 
Nabeul, نابل | 
Hammamet, الحمامات | 
Monastir, المنستير | 
Béja, Beja, باجة | 
Jendouba, جندوبة | 
Kasserine, القصرين | 
Sidi Bouzid, سيدي بوزيد | 
Djerba, جربة | 
Tozeur, توزر | 
Mahdia, المهدية | 
Médenine, مدنين | 
@ Algeria
Alger, Algiers, El Djazaïr, الجزائر العاصمة | Bab El Oued, Hydra, Kouba, El Harrach, Bab Ezzouar, Hussein Dey, Bir Mourad Raïs
Oran, Wahran, وهران | Bir El Djir, Es Senia
Constantine, قسنطينة | El Khroub
Annaba, عنابة | 
Sétif, سطيف | 
Blida, البليدة | 
Skikda, سكيكدة | 
Tlemcen, تلمسان | 
@ Egypt
Le Caire, Cairo, Caire, القاهرة | Zamalek, Maadi, Heliopolis, Dokki, Shubra, Nasr City, Garden City, Imbaba
Alexandrie, Alexandria, الإسكندرية | Sidi Gaber, Smouha, Montaza
Gizeh, Giza, الجيزة | 
Port Saïd, Port Said, بورسعيد | 
Suez, السويس | 
@ Libya
Tripoli, طرابلس | Abu Salim, Souq al Jumaa, Ain Zara, Mina, Qobbeh, Tebbaneh
Benghazi, بنغازي | 
Misrata, مصراتة | 
@ Sudan
Khartoum, الخرطوم | Burri, Omdurman
@ Mauritania
Nouakchott, نواكشوط | Tevragh Zeina, Ksar, Arafat
@ Lebanon
Beyrouth, Beirut, بيروت | Achrafieh, Hamra, Gemmayzeh, Mar Mikhael, Ras Beirut, Mazraa, Bachoura, Zokak el Blat, Saifi, Rmeil, Mousaitbeh, Minet el Hosn, Karantina
Saïda, Saida, Sidon, صيدا | Ain el Hilweh, Miyeh w Miyeh, Haret Saida
Tyr, Tyre, صور | 
Zahlé, Zahle, زحلة | 
Baalbek, بعلبك | 
Jounieh, جونية | 
@ Jordan Kingdom
Amman, عمان, عمّان | Abdoun, Abdali, Jabal Amman, Marka, Sweifieh, Shmeisani, Tla al Ali, Jubeiha, Basman, Sweileh, Jabal al Hussein, Ras al Ain, Zahran
Zarqa, الزرقاء الأردنية | 
Irbid, إربد | 
Aqaba, العقبة | 
@ Syria
Damas, Damascus, دمشق | Mezzeh, Midan, Barzeh, Qaboun, Tadamon, Kafr Sousa
Alep, Aleppo, حلب | Salaheddine, Aziziyeh, Sakhour
Homs, حمص | Baba Amr, Khalidiya, Waer
Hama, حماة | 
Idlib, إدلب | 
Raqqa, الرقة | 
@ Iraq
Bagdad, Baghdad, بغداد | Karrada, Sadr City, Adhamiyah, Kadhimiya, Mansour, Dora
Mossoul, Mosul, الموصل | 
Bassora, Basra, البصرة | 
Erbil, أربيل | 
Kirkuk, كركوك | 
@ Palestine
Jérusalem, Jerusalem, القدس المحتلة | Silwan, Sheikh Jarrah, Shuafat
Gaza, غزة | Shujaiya, Rimal, Zeitoun, Tuffah
Naplouse, Nablus, نابلس | 
Hébron, Hebron, الخليل | 
Ramallah, رام الله | 
Khan Younès, Khan Younis, خان يونس | 
Rafah, رفح | 
@ Saudi Arabia
مدينة الرياض | Olaya, Malaz, Diriyah
Djeddah, Jeddah, جدة | 
Médine, المدينة المنورة | 
La Mecque, Mecca, Makkah, مكة المكرمة, مكة | 
@ Qatar
Doha, الدوحة | 
@ Emirates
Dubaï, Dubai, دبي | Deira, Jumeirah, Bur Dubai
Abou Dhabi, Abu Dhabi, أبوظبي, أبو ظبي | 
@ Kuwait
Koweït City, Kuwait City | Salmiya, Hawally, Farwaniya
@ Oman
Mascate, Muscat, مسقط | 
@ Bahrain
Manama, المنامة | 
@ Yemen
Sanaa, صنعاء | 
Aden, عدن | 
@ Egypt
Marsa Matrouh, Marsa Matruh, مرسى مطروح, مطروح | 
@ Kenya
Nairobi, نيروبي, jijini Nairobi | Kawangware, Kilimani, Kibera, Kasarani, Roysambu, Eastleigh, Kangemi, Embakasi, Githurai, Dandora, Korogocho
Mombasa, مومباسا | Nyali, Likoni, Kisauni, Changamwe, Jomvu, Mvita, Bamburi, Tudor, Majengo, Mikindani, Tononoka
Kisumu | Kondele, Nyalenda, Manyatta
Nakuru | 
Eldoret | 
Thika | 
Lamu | 
@ Uganda
Kampala | Kawempe, Makindye, Nakawa, Rubaga
@ Tanzania
Dar es Salaam | Kinondoni, Ilala, Temeke, Ubungo
Arusha | 
Dodoma | 
Moshi | 
Zanzibar, زنجبار | 
@ Rwanda
Kigali | 
@ Ethiopia
Addis Ababa, Addis-Abeba, أديس أبابا | Bole, Kirkos, Arada, Yeka
@ Somalia
Mogadishu, Mogadiscio, مقديشو | 
@ Congo
Kinshasa | Gombe, Limete, Ngaliema
@ Nigeria
Lagos | Ikeja, Surulere, Yaba, Lekki
Abuja | 
Kano | 
@ Ghana
Accra | 
@ Senegal
Dakar, داكار | Médina, Plateau, Grand Yoff, Parcelles Assainies, Pikine, Almadies
@ Ivory Coast
Abidjan, أبيدجان | Cocody, Yopougon, Adjamé, Treichville, Marcory, Koumassi
@ Mali
Bamako | 
@ Central Africa
Bangui | 
@ Burkina Faso
Ouagadougou | 
@ Niger
Niamey | 
@ Togo
Lomé, Lome | 
@ Benin
Cotonou | 
@ Cameroon
Douala | 
Yaoundé, Yaounde | 
@ South Africa
Johannesburg | Soweto, Sandton, Alexandra, Hillbrow
Cape Town, Le Cap | Khayelitsha, Gugulethu, Observatory, Woodstock
Durban | 
@ Macedonia
Skopje, Скопје, Shkup, Shkupi, Üsküp, سكوبيه | Čair, Butel, Gazi Baba, Karpoš, Kisela Voda, Šuto Orizari, Gjorče Petrov, Aerodrom, Centar
Kumanovo, Куманово, Kumanovë | 
Bitola, Битола, Manastir | 
Ohrid, Охрид, Ohër | 
Tetovo, Тетово, Tetovë | 
Prilep, Прилеп | 
Štip, Stip, Штип | 
Strumica, Струмица | 
Veles, Велес | 
Gostivar, Гостивар | 
@ Bulgaria
Sofia, Sofija, Софија | 
@ Serbia
Belgrade, Beograd, Белград | Zemun, Vračar, Voždovac, Palilula, Zvezdara, Dorćol
@ Bosnia
Sarajevo, Сараево | Novo Sarajevo, Ilidža, Baščaršija
@ Albania
Tirana, Tiranë, Тирана | 
@ Kosovo
Pristina, Prishtina, Приштина | 
@ Croatia
Zagreb, Загреб | 
@ Greece
Thessaloniki, Солун, Selanik | 
Athens, Athènes, Atina, Атина | 
@ Turkey
Istanbul, اسطنبول, إسطنبول | Kadıköy, Beşiktaş, Üsküdar, Fatih, Şişli, Beyoğlu
Ankara, أنقرة | 
@ France
Paris, باريس | Belleville, Montmartre, Marais, Ménilmontant, Batignolles, La Villette, Bercy, Passy
Marseille, مرسيليا | Le Panier, La Joliette, Belle de Mai, Noailles
Lyon, ليون | Croix-Rousse, Part-Dieu, Gerland, Vaise
Bordeaux | 
Toulouse | 
Lille | 
Nantes | 
Dijon | 
Nice ville | 
Strasbourg | 
Montpellier | 
Grenoble | 
Rouen | 
@ Belgium
Bruxelles, Brussels, Brussel, بروكسل | Molenbeek, Anderlecht, Ixelles, Schaerbeek, Etterbeek, Uccle
Antwerp, Antwerpen, Anvers | Borgerhout, Berchem, Deurne, Hoboken, Merksem, Linkeroever, Zurenborg, Luchtbal, Kiel, Stuivenberg
Gent, Ghent, Gand | 
Brugge, Bruges | 
@ Netherlands
Amsterdam | Jordaan, De Pijp, Bijlmer
Rotterdam | 
Den Haag, The Hague | 
@ Germany
Berlin, برلين | Kreuzberg, Neukölln, Friedrichshain, Pankow, Charlottenburg, Moabit, Tempelhof, Marzahn, Wedding, Spandau, Köpenick
Hamburg | Altona, St. Pauli, Harburg, Wandsbek
München, Munich | Schwabing, Sendling
Köln, Cologne | 
Frankfurt | 
Leipzig | 
Dresden | 
Bremen | 
Stuttgart | 
@ Austria
Wien, Vienna, Vienne | 
@ Switzerland
Zürich, Zurich | 
Genève, Geneva | 
@ United Kingdom
London, Londres, لندن | Hackney, Camden, Brixton, Islington, Croydon, Lambeth, Southwark, Lewisham
Manchester | 
Birmingham | 
Liverpool | 
Leeds | 
Glasgow | 
Edinburgh | 
@ Spain
Madrid, مدريد | Lavapiés, Chamberí, Vallecas
Barcelona, Barcelone, برشلونة | Gràcia, Eixample, Raval
@ Portugal
Lisbon, Lisboa, Lisbonne | 
@ Italy
Rome, Roma, روما | 
Milan, Milano | 
@ Czechia
Prague, Praha, Prag | Žižkov, Vinohrady, Malá Strana
@ Poland
Warsaw, Warszawa, Varsovie | 
Kraków, Krakow, Cracow | 
@ Hungary
Budapest | 
@ Romania
Bucharest, Bucarest, București | 
@ Sweden
Stockholm | 
@ Denmark
Copenhagen, København | 
@ Norway
Oslo | 
@ Finland
Helsinki | 
@ Ireland
Dublin | 
@ Russia
Moscow, Moscou, موسكو | 
@ United States
New York, NYC, نيويورك | Harlem, Bronx, Brooklyn, Queens, Bushwick, Flatbush, SoHo
Los Angeles, لوس أنجلوس | Venice, Watts, Echo Park, Silver Lake, Boyle Heights
Chicago, شيكاغو | Englewood, Bucktown, Wicker Park, Logan Square, Hyde Park, Wrigleyville, Pullman, Uptown, Bridgeport, Loop, Rogers Park, Bronzeville
Denver, دنفر | Globeville, Montbello, Five Points, Athmar Park, Cheesman Park, Stapleton, Sunnyside, Whittier, Capitol Hill
San Francisco | Mission, Castro, Tenderloin, Bayview
Houston | 
Dallas | 
San Diego | 
Philadelphia | 
Boston | Roxbury, Dorchester, Mattapan
Seattle | Ballard, Fremont, Capitol Hill
Atlanta | 
Miami | Little Havana, Wynwood, Overtown
Detroit | 
Baltimore | 
Portland | 
New Orleans | 
Las Vegas | 
Phoenix Arizona | 
Washington DC, Washington D.C., Washington | 
@ Canada
Toronto | Scarborough, Etobicoke
Montréal, Montreal | 
Vancouver | 
@ Mexico
Mexico City, Mexico | 
@ Brazil
São Paulo, Sao Paulo | 
Rio de Janeiro, Rio | 
@ Argentina
Buenos Aires | 
@ Colombia
Bogotá, Bogota | 
@ Peru
Lima | 
@ Australia
Sydney | Parramatta, Redfern, Newtown
Melbourne | Fitzroy, Carlton, Brunswick
Perth | 
Brisbane | 
@ India
Mumbai, Bombay | Dharavi, Andheri, Bandra
Delhi, New Delhi | 
@ Pakistan
Karachi | 
Lahore | 
@ Bangladesh
Dhaka | 
@ Afghanistan
Kabul | 
@ Iran
Tehran, Téhéran, طهران | 
@ China
Beijing, Pékin | 
@ Japan
Tokyo | 
@ China
Hong Kong | 
@ Singapore
Singapore | 
@ Philippines
Manila | 
@ Indonesia
Jakarta |`;

/** Countries and regions: a name beside them lies there, unless it is our own country's. */
export const REGIONS = `
Morocco, Maroc, المغرب, المغربية; Tunisia, Tunisie, تونس; Algeria, Algérie, الجزائر, الجزائرية; Libya, Libye, ليبيا; Egypt, Égypte, مصر;
Sudan, Soudan, السودان; Lebanon, Liban, لبنان; Jordan Kingdom, Jordanie, الأردن; Syria, Syrie, سوريا; Iraq, Irak, العراق;
Palestine, فلسطين; Israel, Israël, إسرائيل; Saudi Arabia, Arabie saoudite, السعودية; Qatar, قطر; Yemen, Yémen, اليمن; Oman, سلطنة عمان;
Emirates, Émirats, الإمارات; Kuwait, Koweït, الكويت; Bahrain, البحرين; Turkey, Turquie, Türkiye, تركيا; Iran, إيران; Kenya, كينيا, Kenia; Tanzania, Tanzanie, nchini Tanzania;
Uganda, Ouganda; Rwanda; Burundi; Somalia, Somalie, الصومال; Ethiopia, Éthiopie, إثيوبيا; Nigeria, Nigéria; Ghana; Senegal, Sénégal, السنغال;
Mali; Niger; Chad, Tchad; Cameroon, Cameroun; Congo; South Africa, Afrique du Sud; Zimbabwe; Zambia; Mozambique; Ivory Coast, Côte d'Ivoire;
Macedonia, Македонија, Maqedonia; Serbia, Srbija, Србија; Bulgaria, Бугарија; Greece, Grèce, Грција; Albania, Албанија, Shqipëria; Kosovo, Косово, Kosova; Bosnia, Bosna, Босна;
Croatia; Slovenia; Romania; Hungary; Poland, Pologne; Germany, Allemagne, Deutschland, ألمانيا; France, فرنسا; Spain, Espagne, España, إسبانيا;
Portugal; Italy, Italie, إيطاليا; Belgium, Belgique, België, بلجيكا; Netherlands, Pays-Bas, Nederland, هولندا; England, Angleterre; Scotland, Écosse; Wales; Ireland, Irlande;
United Kingdom, Royaume-Uni, UK, بريطانيا; Hampshire; Yorkshire; Kent; Essex; Switzerland, Suisse; Austria, Autriche; Russia, Russie, روسيا; Ukraine, أوكرانيا;
United States, États-Unis, USA, U.S., أمريكا; Canada; Mexico; Brazil, Brésil; Argentina, Argentine; Colombia; Chile; Peru; Cuba;
Australia, Australie; New Zealand; India, Inde, الهند; Pakistan, باكستان; Bangladesh; Afghanistan, أفغانستان; China, Chine, الصين; Japan, Japon; Thailand, Thaïlande; Myanmar, Birmanie; Vietnam; Indonesia; Philippines; Malaysia;
California, Californie, كاليفورنيا; Texas, تكساس; Florida, Floride; Louisiana, Louisiane; Missouri; Indiana; Illinois; Ohio; Michigan; Wisconsin; Minnesota; Iowa; Kansas; Nebraska;
Oklahoma; Arkansas; Mississippi; Alabama; Tennessee; Kentucky; Virginia; Maryland; Pennsylvania; New Jersey; Massachusetts; Connecticut; Vermont; Maine; Oregon; Nevada; Utah;
Arizona; New Mexico; Colorado; Wyoming; Montana; Idaho; Alaska; Hawaii; North Carolina; South Carolina; Georgia; Ontario; Quebec, Québec; Alberta; British Columbia;
Bourgogne, Burgundy; Normandie, Normandy; Bretagne; Provence; Alsace; Bavaria, Bayern, Bavière; Saxony, Sachsen; Andalousie, Andalusia; Catalonia; Verdun; Waterloo; Stalingrad; Hiroshima; Chernobyl, Tchernobyl; Hollywood; Broadway; Versailles; Troie, Troy, طروادة;
Babylon, Babylone; Pompeii, Pompéi; Sparte, Sparta; Palmyre, Palmyra; Carthage, قرطاج; Granada, Grenade, غرناطة; Cordoue, Córdoba, قرطبة; Séville, إشبيلية`;
