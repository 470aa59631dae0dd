/**
 * Towns and regions besides the cities of the other list, so that a name beside one is not taken for ours: a reader needs
 * to know of them only that they are elsewhere. Left out is what is also a word (Reading, Bath, Tours), a person, or the
 * name of quarters in many cities. Written for Marsad from general knowledge; more may be added.
 */
export const TOWNS = `
Biarritz, Bayonne, Tarbes, Béziers, Narbonne, Carcassonne, Castres, Montauban, Cahors, Rodez, Agen, Périgueux
Bergerac, Angoulême, Poitiers, Niort, La Rochelle, Châteauroux, Bourges, Vichy, Moulins Allier, Montluçon, Aurillac, Le Puy-en-Velay
Mende, Alès, Sète, Arles, Martigues, Aubagne, Salon-de-Provence, Manosque, Gap Hautes-Alpes, Briançon, Cannes, Antibes
Fréjus, Saint-Tropez, Hyères, Draguignan, Ajaccio, Bastia, Annecy, Chambéry, Chamonix, Valence Drôme, Montélimar, Villeurbanne, Vaulx-en-Velin
Vénissieux, Roanne, Mâcon, Chalon-sur-Saône, Belfort, Montbéliard, Colmar, Épinal, Thionville, Troyes, Auxerre, Chartres, Évreux, Le Mans, Laval Mayenne
Cholet, Saint-Nazaire, Lorient, Quimper, Saint-Malo, Saint-Brieuc, Cherbourg, Dieppe, Calais, Dunkerque, Boulogne-sur-Mer, Arras
Douai, Valenciennes, Maubeuge, Tourcoing, Saint-Quentin, Beauvais, Compiègne, Soissons, Laon, Charleville-Mézières, Châlons-en-Champagne
Saint-Denis, Argenteuil, Montreuil, Nanterre, Créteil, Aubervilliers, Bobigny, Sarcelles, Évry, Melun, Fontainebleau, Blois
Seine-Saint-Denis, Île-de-France, Doubs, Jura, Vosges, Ardennes, Vendée, Corrèze, Lozère, Ardèche, Drôme, Isère, Savoie, Haute-Savoie, Dordogne
Gironde, Gers, Hérault, Aveyron, Morbihan, Finistère, Côtes-d'Armor, Pas-de-Calais, Picardie, Lorraine, Auvergne, Limousin, Poitou
Beauce, Touraine, Périgord, Gascogne, Languedoc, Roussillon, Corse, Franche-Comté, Guadeloupe, Martinique, La Réunion, Guyane, Mayotte
ليل فرنسا, تولوز, بوردو, ستراسبورغ, مونبلييه, غرونوبل, كان الفرنسية, نانت
Tournai, Mouscron, Verviers, Arlon, Bastogne, Dinant, Kortrijk, Courtrai, Roeselare, Ieper, Ypres, Aalst, Genk, Turnhout, Vilvoorde
Wavre, Louvain-la-Neuve, La Louvière, Wallonie, Flandre, Vlaanderen, Hainaut
Haarlem, Leiden, Delft, Arnhem, Almere, Zwolle, Enschede, Leeuwarden, Dordrecht, Alkmaar
Bremen, Hannover, Nürnberg, Nuremberg, Duisburg, Bochum, Wuppertal, Bielefeld, Bonn, Münster, Karlsruhe, Mannheim, Augsburg, Wiesbaden, Aachen, Lübeck
Rostock, Erfurt, Mainz, Kassel, Potsdam, Freiburg, Heidelberg, Chemnitz, Magdeburg, Thüringen, Hessen, Schleswig-Holstein
Telford, Shrewsbury, Stoke-on-Trent, Walsall, Dudley, West Bromwich, Solihull, Redditch, Worcester, Gloucester, Cheltenham, Swindon, Oxford, Cambridge
Norwich, Ipswich, Colchester, Chelmsford, Southend, Peterborough, Northampton, Milton Keynes, Bedford, Watford, Slough, Guildford, Portsmouth
Bournemouth, Exeter, Swansea, Newport Wales, Wrexham, Chester, Stockport, Bolton, Wigan, Salford, Rochdale, Blackburn, Burnley, Blackpool, Huddersfield
Wakefield, Barnsley, Doncaster, Grimsby, Scunthorpe, Middlesbrough, Sunderland, Gateshead, Carlisle, Dundee, Inverness, Stirling, Londonderry
Canterbury, Maidstone, Hastings, Eastbourne, Crawley, Shropshire, Staffordshire, Worcestershire, Warwickshire, Gloucestershire, Lancashire, Cheshire
Derbyshire, Nottinghamshire, Leicestershire, Lincolnshire, Norfolk, Suffolk, Sussex, Surrey, Dorset, Somerset, Cornwall, Cumbria, Northumberland
Oxfordshire, Wiltshire, Berkshire, Hertfordshire, Bedfordshire, Cambridgeshire, Merseyside, Falklands, Falkland Islands, Gibraltar
Long Beach, San Bernardino, Riverside California, Bakersfield, Anaheim, Santa Monica, Santa Barbara, Palo Alto, Silicon Valley, Spokane, Tacoma, Boise
Provo, Reno, Wichita, Topeka, Des Moines, Sioux Falls, Duluth, Green Bay, Grand Rapids, Ann Arbor, Toledo, Akron, Dayton, Fort Wayne
Knoxville, Chattanooga, Birmingham Alabama, Montgomery Alabama, Jacksonville, Tallahassee, Fort Lauderdale, Key West, Savannah Georgia, Greensboro
Virginia Beach, Norfolk Virginia, Harrisburg, Scranton, Allentown, Trenton, Atlantic City, Hartford, New Haven, Syracuse, Long Island
Shreveport, Baton Rouge, Corpus Christi, Lubbock, Amarillo, Waco, Little Rock, Santa Fe, Flagstaff, New England, North Dakota, South Dakota
Rhode Island, New Hampshire, West Virginia, Delaware, فلوريدا, فيلادلفيا, بوسطن, هيوستن, ديترويت, ماساتشوستس, نيوجيرسي, واشنطن
Hamilton Ontario, Kingston Ontario, Windsor Ontario, Saskatoon, Regina Saskatchewan, Gatineau, Sherbrooke, Trois-Rivières, Laval Québec, Moncton, Nova Scotia, Saskatchewan, Manitoba, كندا, مونتريال
Limerick, Galway, Waterford
Malaga, Málaga, Bilbao, Saragosse, Zaragoza, Alicante, Murcia, Valladolid, Almería, Cadix, Cádiz, Algésiras, Algeciras, San Sebastián, Ibiza, Majorque
Mallorca, Tenerife, برشلونة, مدريد, فالنسيا, مالقة, الأندلس
Venise, Venezia, Venice Italy, Gênes, Genova, Genoa, Bologne, Bologna, Palerme, Palermo, Catane, Catania, Trieste, Vérone, Verona, Padova, Pisa
Sicile, Sicilia, Sardaigne, Sardegna, Toscane, Toscana, Calabre, ميلانو, نابولي, صقلية, البندقية, فلورنسا
Coimbra, Braga, Algarve, Madère, Madeira, لشبونة
Lausanne, Berne, Basel, Neuchâtel, Fribourg, Lugano, Luzern, Lucerne, جنيف, زيورخ
Salzbourg, Salzburg, Graz, Linz, Innsbruck, فيينا
Patras, أثينا
Bursa, Antalya, Adana, Mersin, Gaziantep, Konya, Diyarbakır, Trabzon, Hatay, Antakya, إسطنبول, اسطنبول, أنقرة, إزمير, مرسين, أنطاليا, غازي عنتاب, طرابزون, أضنة, هاتاي
Saint-Pétersbourg, St Petersburg, Vladivostok, Novossibirsk, موسكو, القرم
مصر الجديدة, مدينة نصر, الزمالك, شبرا الخيمة, المهندسين, التجمع الخامس, حلوان, الفيوم, بني سويف, المنيا, سوهاج, الزقازيق, دمنهور, كفر الشيخ
شبين الكوم, المحلة الكبرى, سيناء, العريش, رفح المصرية, الساحل الشمالي, العلمين, سيوة, رأس سدر, Sinai, Sinaï, Heliopolis, Zamalek, Maadi, Nasr City
Fayoum, Minya, Sohag, Zagazig, Damanhur, El Alamein, Dahab, Siwa, دلتا النيل, نويبع, طابا
بشار, تلمسان, مستغانم, سيدي بلعباس, غليزان, الشلف, تيارت, سعيدة الجزائرية, عين تموشنت, بجاية, تيزي وزو, باتنة, الجلفة, ورقلة, غرداية, بسكرة, تمنراست, أدرار, المدية, بومرداس, تيبازة
جيجل, قالمة, سوق أهراس, تبسة, خنشلة, الأغواط, عنابة, الوادي سوف, حاسي مسعود, Tlemcen, Mostaganem, Sidi Bel Abbès, Relizane, Chlef, Tiaret, Aïn Témouchent
Béjaïa, Bejaia, Tizi Ouzou, Batna, Djelfa, Ouargla, Ghardaïa, Biskra, Tamanrasset, Adrar Algérie, Médéa, Boumerdès, Tipaza, Jijel, Guelma, Tébessa, Laghouat, Béchar, Kabylie, منطقة القبائل
وادي الذهب, سيدي قاسم, الحسيمة, ورزازات, زاكورة, إفران, أزيلال, Ifrane, Al Hoceima, Berkane, Zagora, Guelmim, Dakhla, Tiznit, تزنيت, كلميم
سليانة, زغوان, توزر, تطاوين, الحمامات, Le Kef, Siliana, Zaghouan, Tataouine, Kébili
Misrata, مصراتة, Sebha, سبها, درنة, Tobrouk, Tobruk, طبرق, الزاوية الليبية
عكار, Akkar, بعلبك, البقاع, Bekaa, Békaa, زغرتا, Zgharta, Bcharré, إهدن, Ehden, الضنية, Danniyeh, Halba, حلبا, Chekka, أميون, Amioun, جزين, مرجعيون
بنت جبيل, عاليه, كسروان, جبل لبنان, الهرمل, Hermel, صور الجنوب, عرسال, Arsal, بيروت
السويداء, القامشلي, Qamishli, Afrin, عفرين, منبج, Manbij, كوباني, Kobané, الباب السورية, بانياس, الغوطة
نابلس, جنين, طولكرم, قلقيلية, رام الله, بيت لحم, أريحا, غزة, رفح, خان يونس, القدس, حيفا, يافا, عكا, Bethlehem, Bethléem, Nablus, Naplouse, Hebron, Hébron, Jenin, Jénine, Rafah, Khan Younis
Haïfa, Haifa, Jaffa, Nazareth Palestine, تل أبيب
إربد, الكرك, العقبة, جرش, مادبا, البتراء
كركوك, النجف, كربلاء, الأنبار, الفلوجة, ديالى, تكريت, سامراء, السليمانية, أربيل, دهوك, Kirkuk, Najaf, Karbala, Fallujah, Falloujah, Tikrit, Erbil, Sinjar
طهران, أصفهان, مشهد الإيرانية, قم الإيرانية, تبريز, Téhéran, Tehran, Ispahan, Isfahan, Chiraz, Tabriz
الطائف, تبوك, الخبر السعودية, القطيف, نجران, جازان, نيوم
Kochi, Lucknow, Jaipur, Kanpur, Nagpur, Goa, Kerala, Kashmir, Cachemire, مومباي, نيودلهي
الصحراء الغربية, Sahara occidental
لندن, باريس, برلين, روما, بكين, طوكيو, سنغافورة, هونغ كونغ, دبي, أبوظبي, الدوحة, البلقان, أوروبا, أستراليا, البرازيل, الأرجنتين, المكسيك, الصين, اليابان, كوريا, إيطاليا, سويسرا, النمسا, النرويج, السويد, الدنمارك
هولندا, البرتغال, بولندا, رومانيا, اليونان, قبرص, مالطا, إيران, Balkans, Caraïbes, Caribbean, Scandinavie, Dubaï, Dubai, Abu Dhabi, Doha, Hong Kong, Singapour, Singapore, Tokyo, Kyoto, Pékin, Beijing, Shanghai, Séoul, Seoul
Bangkok, Sydney, Melbourne, Rio de Janeiro, São Paulo, Buenos Aires, La Havane, Havana, Bogota, Bogotá, Chypre, Cyprus, Malte, Islande, Iceland, Groenland, Greenland, Madagascar`;
