/**
 * Cities and what else bears the name of places elsewhere, one a line: spellings, then after `|` areas by which the city
 * gives itself away as the home of a gazetteer. A line with `@` names the country of those that follow. Written for Marsad from general
 * knowledge; spellings are matched folded. More than 400 lines, for it is one list.
 */
export const CITIES = `
@ Morocco
Casablanca, Casa, Dar el Beida, الدار البيضاء, البيضاء, كازا | Anfa, Maarif, Sidi Moumen, Sidi Bernoussi, Hay Mohammadi, Ain Chock, Ain Sebaa, Sbata, Sidi Belyout
Rabat, الرباط | Agdal Riyad, Souissi, Yacoub El Mansour, El Youssoufia, Touarga, Hay Riad, Agdal, Hassan, Takaddoum
Salé, Sale, سلا | Bettana, Tabriquet, Layayda, Hssaine, Bab Lamrissa, Sidi Bouknadel, Sidi Moussa, Hay Karima
Temara, Témara, تمارة | Massira, Wifaq, Guich Oudaya, Skhirat, Ain Atiq, Harhoura, Ain Aouda, Mers El Kheir, Oumazza
Fès, Fez, Fes, فاس | Zouagha, Saiss, Mariniyine, Jnan El Ouard, Fès el Jdid, Agdal, Jnanat, El Mechouar Fès Jdid, Sidi Brahim, Narjiss, Bensouda, Ben Debbab, Ain Kadous, Fès-Médina, Aïn Chkef, Ouled Tayeb, Sidi Harazem, El Mariniyine
Marrakech, Marrakesh, مراكش | Guéliz, Ménara, Annakhil, Sidi Youssef Ben Ali, Médina, Daoudiate, Massira, Mhamid, Sidi Ghanem, Hivernage, Kasbah, Mellah, Mechouar Kasbah, Azli, Palmeraie, Marrakech-Médina, Méchouar-Kasbah, Tassoultante, Saada, Harbil, Loudaya, Ouahat Sidi Brahim
Tanger, Tangier, Tanja, طنجة | Beni Makada, Charf, Mghogha, Souani, Tanja Balia, Marshan, Dradeb, Malabata, Boukhalef, Mesnana, Gzenaya, Aouama, Médina de Tanger, Bni Makada, Charf-Mghogha, Charf-Souani, Tanger-Médina, Asilah
Agadir, أكادير | Tikiouine, Anza, Bensergao, Talborjt, Founty, Hay Mohammadi, Hay Dakhla, Hay Salam, Tilila, Drarga, Aourir, Dcheira, Inezgane, Dcheira El Jihadia, Ait Melloul, Temsia, Taghazout
Meknès, Meknes, مكناس | Hamria, Toulal, Al Ismaïlia, Zitoune, Marjane, Bassatine, Sidi Bouzekri, Mansour, Ville nouvelle, Wislane, Ouislane, Al Mechouar Stinia, Ain Karma, Moulay Driss Zerhoun, Boufakrane
Oujda, وجدة | Sidi Ziane, Sidi Driss El Kadi, Sidi Yahya, Lazaret, Hay Al Qods, Village Toba
Tétouan, Tetouan, تطوان | Sidi El Mandri, El Azhar, Sania Rmel, Touilaa, Barrio Malaga, Ensanche, Wilaya, Saniat Rmel, Coelma
Kénitra, Kenitra, القنيطرة | Maamora, Saknia, Saknia, Ouled Oujih, Bir Rami, Mimosas, Val Fleuri, Khabazat
Safi, آسفي | 
El Jadida, مدينة الجديدة المغربية | 
Mohammedia, المحمدية المغربية | El Alia, Kasbah, Ain Harrouda, Beni Yakhlef, Rachidia, Hassania, Bni Yakhlef, Echellalat, Sidi Moussa Ben Ali, Sidi Moussa Majdoub
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
Sfax, صفاقس | Sakiet Ezzit, Sakiet Eddaïer, Thyna, Gremda, Chihia, Sidi Mansour, Moulinville, Sakiet Eddaier, Agareb, Sfax Ville, Sfax Sud, Sfax Ouest, Jebiniana, El Amra, El Hencha, Menzel Chaker, Ghraiba, Bir Ali Ben Khalifa, Skhira, Mahres, Kerkennah
Sousse, سوسة | Hammam Sousse, Akouda, Sahloul, Khezama, Riadh, Bouhsina, Kalaa Kebira, Kalaa Sghira, Sidi Abdelhamid, Jawhara, Boujaafar, Zouhour, Sousse Médina, Sousse Riadh, Sousse Jawhara, Sousse Sidi Abdelhamid, Sidi Bou Ali, Hergla, Enfidha, Bouficha, Kondar, Sidi El Hani, M'saken
Kairouan, القيروان | Haffouz, Sbikha, Oueslatia, Bou Hajla, Nasrallah, Hajeb El Ayoun
Bizerte, بنزرت | Menzel Bourguiba, Zarzouna, Ain Mariem, Corniche, Bougatfa, Médina, Bizerte Nord, Bizerte Sud, Jarzouna, Menzel Jemil, Mateur, Ras Jebel, Ghar El Melh, Sejnane, Tinja, Utique, El Alia, Ghezala, Joumine
Gabès, Gabes, قابس | Ghannouch, Mareth, Métouia, El Hamma, Matmata, Oudhref
Gafsa, قفصة | 
Nabeul, نابل | Beni Khiar, Dar Chaabane, Korba, Kelibia, Grombalia, Menzel Temime, Soliman, El Haouaria, Takelsa, Béni Khalled
Hammamet, الحمامات | 
Monastir, المنستير | Jemmal, Ksar Hellal, Moknine, Sahline, Sayada, Teboulba, Bekalta, Ouerdanine, Zeramdine, Ksibet el-Médiouni
Béja, Beja, باجة | 
Jendouba, جندوبة | 
Kasserine, القصرين | 
Sidi Bouzid, سيدي بوزيد | 
Djerba, جربة | 
Tozeur, توزر | 
Mahdia, المهدية | 
Médenine, مدنين | 
@ Algeria
Alger, Algiers, El Djazaïr, الجزائر العاصمة | Bab El Oued, Hydra, Kouba, El Harrach, Bab Ezzouar, Hussein Dey, Bir Mourad Raïs, Bachdjerrah, El Biar, Bologhine, Belouizdad, Sidi M'Hamed, Casbah, Chéraga, Dar El Beïda, Rouiba, Birkhadem
Oran, Wahran, وهران | Bir El Djir, Es Senia, El Hamri, Mdina Jdida, Sidi El Houari, Gambetta, Akid Lotfi
Constantine, قسنطينة | El Khroub
Annaba, عنابة | Sidi Amar, El Bouni, El Hadjar, Place d'Armes, Kouba, La Colonne, Oued Forcha, Plaine Ouest, Seraidi, Sidi Aissa, Chapuis, البوني, الحجار, سيدي عمار, لاكولون, واد الفرشة, سرايدي
Sétif, سطيف | El Hidhab, Bel Air, Tandja, Yahiaoui, Dallas, Kaaboub, Laarassa, Ain Tebinet, الهضاب, طانجة, يحياوي, دالاس, عين تبينت
Blida, البليدة | Ouled Yaich, Bab Dzair, Bounaama, Beni Mered, Sidi Abdelkader, Bab Errahba, Douirette, أولاد يعيش, بني مراد, باب الدزاير, باب الرحبة, الدويرات, بن بولعيد
Skikda, سكيكدة | Stora, Larbi Ben M'hidi, Merdj Eddib, Bouabaz, سطورة, مرج الذيب, بوعباز
Tlemcen, تلمسان | Mansourah, Chetouane, Kiffane, Imama, Bab El Djiad, Boudghene, El Eubbad, المنصورة, شتوان, الكيفان, إمامة, بودغن, العباد
@ Egypt
Le Caire, Cairo, Caire, القاهرة | Zamalek, Maadi, Heliopolis, Dokki, Shubra, Nasr City, Garden City, Imbaba
Alexandrie, Alexandria, الإسكندرية | Sidi Gaber, Smouha, Montaza, Miami, Sporting, Stanley, Agami, Moharram Bek, Anfoushi, Mandara, Bahary, Raml
Gizeh, Giza, الجيزة | Haram, Faisal, Imbaba, Mohandessin, Agouza, Bulaq
Port Saïd, Port Said, بورسعيد | Al Arab, Al Manakh, Al Zohour, Port Fouad, Al Dawahy, حي العرب, المناخ, بورفؤاد, الضواحي, حي الشرق
Suez, السويس | Al Arbaeen, Faisal, Ataqah, Al Ganayen, الأربعين, عتاقة, الجناين, بورتوفيق
@ Libya
Tripoli, طرابلس, طرابلس الغرب | Abu Salim, Souq al Jumaa, Ain Zara, Hay al Andalus, Tajoura, Janzour
Benghazi, بنغازي | Al Sabri, Al Salmani, Al Kish, Al Berka, Buhdima, Al Majouri, Garyounis, Hay al-Salam, Sidi Hussein, Al Lithi, الصابري, السلماني, الكيش, البركة, بوهديمة, الماجوري, قاريونس, سيدي حسين, الليثي, بلعون
Misrata, مصراتة | Zarrouq, Qasr Ahmad, Al Ghiran, Tamina, زروق, قصر أحمد, الغيران, طمينة
@ Sudan
Khartoum, الخرطوم | Burri, Omdurman
@ Mauritania
Nouakchott, نواكشوط | Tevragh Zeina, Ksar, Arafat
@ Lebanon
Beyrouth, Beirut, بيروت | Achrafieh, Hamra, Gemmayzeh, Mar Mikhael, Ras Beirut, Mazraa, Bachoura, Zokak el Blat, Saifi, Rmeil, Mousaitbeh, Minet el Hosn, Karantina
Saïda, Saida, Sidon, صيدا | Ain el Hilweh, Miyeh w Miyeh, Haret Saida, Abra, Majdelyoun, Haret Saida, Taamir, Bustan el Kabir, Sabbagh, Qiyaa, Old Saida
Tyr, Tyre, صور | Abbasiyeh, Bourj el-Shemali, Rashidieh, El Buss, Ain Baal
Tripoli, Tripoli Liban, طرابلس, طرابلس لبنان, طرابلس الشام | Jabal Mohsen, Bab al-Tabbaneh, Qobbeh, Abou Samra, El Mina, Beddawi, Zahriyeh, Haddadine
Zahlé, Zahle, زحلة | Maallaka, Ksara, Hoch el Omara, Rassieh
Baalbek, بعلبك | 
Jounieh, جونية | 
@ Jordan Kingdom
Amman, عمان, عمّان | Abdoun, Abdali, Jabal Amman, Marka, Sweifieh, Shmeisani, Tla al Ali, Jubeiha, Basman, Sweileh, Jabal al Hussein, Ras al Ain, Zahran
Zarqa, الزرقاء الأردنية | Russeifa, Hashemiyeh, Ghweirieh, Jabal Tareq, New Zarqa, Hay Maasoum, Al Ghweiriyah
Irbid, إربد | Hanina, Barha, Husn, Aydoun, Hawwara, Nuzha, Hay Turkman
Aqaba, العقبة | Shallaleh, Rimal, Al Mahdood, Balad
@ Syria
Damas, Damascus, دمشق | Mezzeh, Midan, Barzeh, Qaboun, Tadamon, Kafr Sousa, Jobar, Yarmouk, Muhajirin, Malki, Abu Rummaneh, Bab Touma, Kafr Souseh, Rukn al Din, Salihiyeh, Mazzeh
Alep, Aleppo, حلب | Salaheddine, Aziziyeh, Sakhour, Sheikh Maqsoud, Hamdaniyeh, Jamiliyeh, Shaar, Bustan al Qasr
Homs, حمص | Baba Amr, Khalidiya, Waer
Hama, حماة | Al Hader, Al Dabagha, Janoub al-Malaab, Al Arbaeen, الحاضر, الدباغة, جنوب الملعب, الكيلانية, البارودية
Idlib, إدلب | 
Raqqa, الرقة | 
@ Iraq
Bagdad, Baghdad, بغداد | Karrada, Sadr City, Adhamiyah, Kadhimiya, Mansour, Dora
Mossoul, Mosul, الموصل | Al Zuhur, Al Karama, Bab al-Tob, Al Zanjili, Al Muthanna, Nabi Yunus, Al Dawasa, Al Rifai, Hammam al-Alil, الزهور, الكرامة, باب الطوب, الزنجيلي, النبي يونس, الدواسة, حي التحرير, الموصل الجديدة
Bassora, Basra, البصرة | Ashar, Al Qibla, Al Hayaniyah, Abu al-Khaseeb, Al Jumhuriya, Brihah, Al Maqal, Tannuma, العشار, القبلة, الحيانية, أبو الخصيب, البراضعية, المعقل, التنومة, الجزائر
Erbil, أربيل | Ankawa, Bakhtiari, Qaysari, Iskan, Shorsh, Setaqan, عنكاوا, بختياري, إسكان, شورش
Kirkuk, كركوك | Rahim Awa, Shorja, Al Hurriya, Tiseen, Domiz, Panja Ali, رحيماوة, شورجة, تسعين, دوميز, عرفة
@ Palestine
Jérusalem, Jerusalem, القدس المحتلة | Silwan, Sheikh Jarrah, Shuafat
Gaza, غزة | Shujaiya, Rimal, Zeitoun, Tuffah
Naplouse, Nablus, نابلس | Rafidia, Balata, Askar, Ein Beit al-Ma, Qasaba, Ras al-Ein, رفيديا, بلاطة, عسكر, راس العين, القصبة, الياسمينة
Hébron, Hebron, الخليل | Tel Rumeida, Bab al-Zawiya, Ein Sara, Al Haouz, تل الرميدة, باب الزاوية, عين سارة, حارة السلايمة
Ramallah, رام الله | Al Masyoun, Al Tireh, Al Manara, Ein Munjid, Al Irsal, الماصيون, الطيرة, المنارة, عين منجد, الإرسال, أم الشرايط, Umm al-Sharayet
Khan Younès, Khan Younis, خان يونس | 
Rafah, رفح | 
@ Saudi Arabia
الرياض, مدينة الرياض | Olaya, Malaz, Diriyah, Al Murabba, Al Batha, Al Suwaidi, Al Naseem, Al Yasmin, Al Narjis, Al Malqa, Al Nakheel, Al Shifa, Irqah, Al Deerah, العليا, الملز, الدرعية, المربع, البطحاء, السويدي, النسيم, الياسمين, النرجس, الملقا, النخيل, الشفا, عرقة, الديرة, منفوحة
Djeddah, Jeddah, جدة | Al Balad, Al Hamra, Al Rawdah, Al Safa, Al Marwah, Al Salamah, Al Naeem, Al Bawadi, Al Aziziyah, Al Faisaliyah, Al Sharafiyah, Al Baghdadiyah, Obhur, Al Nuzhah, Al Rehab, Al Samer, Bani Malik, Ghulail, Kilo 14, Al Khalidiyah, Al Shati, Al Zahra, Al Basateen, البلد, الروضة, الصفا, المروة, السلامة, البوادي, العزيزية, الفيصلية, الشرفية, البغدادية, أبحر, النزهة, الرحاب, السامر, بني مالك, غليل
Médine, المدينة المنورة | Quba, Al Aqiq, Al Khalidiyah, Al Aridh, Sultanah, Al Awali, Bani Haritha, قباء, العقيق, سلطانة, العوالي, الحرة الشرقية, الحرة الغربية, قربان
La Mecque, Mecca, Makkah, مكة المكرمة, مكة | Aziziyah, Awali, Shisha, Misfalah, Ajyad, Jarwal, Al Rusaifah, Al Zaher, Al Nuzhah, Mina, Batha Quraish, العوالي, الششة, المسفلة, أجياد, جرول, الرصيفة, الزاهر, بطحاء قريش, العتيبية, كدي
@ Qatar
Doha, الدوحة | West Bay, Al Sadd, Msheireb, Al Waab, Al Wakrah, Najma, Al Mansoura, Bin Mahmoud, Al Dafna, Lusail, Old Airport, Al Hilal, السد, مشيرب, الوعب, نجمة, بن محمود, الدفنة, لوسيل
@ Emirates
Dubaï, Dubai, دبي | Deira, Jumeirah, Bur Dubai
Abou Dhabi, Abu Dhabi, أبوظبي, أبو ظبي | Al Reem, Khalidiyah, Mussafah, Al Bateen, Khalifa City, Al Zahiyah, Yas Island, Saadiyat, Al Mushrif, Baniyas, الخالدية, مصفح, البطين, مدينة خليفة, الزاهية, السعديات, بني ياس
@ Kuwait
Koweït City, Kuwait City | Salmiya, Hawally, Farwaniya
@ Oman
Mascate, Muscat, مسقط | Mutrah, Muttrah, Ruwi, Qurum, Al Khuwair, Seeb, Bawshar, Al Ghubra, مطرح, روي, القرم, الخوير, السيب, بوشر, الغبرة
@ Bahrain
Manama, المنامة | Juffair, Adliya, Gudaibiya, Hoora, Seef, Muharraq, Riffa, Sanabis, الجفير, العدلية, القضيبية, الحورة, السيف, السنابس
@ Yemen
Sanaa, صنعاء | Hadda, Al Sabeen, Shumaila, Bab al-Yaman, Maeen, Al Tahrir, Al Safiyah, Bani al-Harith, حدة, السبعين, شميلة, باب اليمن, معين, الصافية, بني الحارث
Aden, عدن | Crater, Al Mualla, Tawahi, Khormaksar, Sheikh Othman, Al Mansoura, Dar Saad, Al Buraiqeh, كريتر, المعلا, التواهي, خور مكسر, الشيخ عثمان, دار سعد, البريقة
@ Egypt
Marsa Matrouh, Marsa Matruh, مرسى مطروح, مطروح | 
@ Kenya
Nairobi, نيروبي, jijini Nairobi | Kawangware, Kilimani, Kibera, Kasarani, Roysambu, Eastleigh, Kangemi, Embakasi, Githurai, Dandora, Korogocho
Mombasa, مومباسا | Nyali, Likoni, Kisauni, Changamwe, Jomvu, Mvita, Bamburi, Tudor, Majengo, Mikindani, Tononoka, Tudor, Kongowea, Shanzu, Mtongwe, Frere Town, Mtopanga, Miritini, Magogoni, Mkomani, Mjambere
Kisumu | Kondele, Nyalenda, Manyatta, Nyalenda A, Nyalenda B, Railways, Migosi, Kajulu, Manyatta B, Kolwa, Market Milimani, Shaurimoyo Kaloleni, Kolwa East, Kolwa Central
Nakuru | Kaptembwo, Rhonda, Bondeni, Shaabab, Flamingo, Barut, London, Menengai, Lanet, Kapkures, Rhoda, Biashara, Kivumbini, Nakuru East
Eldoret | Langas, Kapsoya, Huruma, Kimumu, Pioneer, Kapseret, Kapsuswa, Kamukunji, Munyaka
Thika | Kamenu, Gatuanyaga, Ngoliba, Makongeni, Kiganjo
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
Kigali | Nyamirambo, Kacyiru, Kimironko, Remera, Nyarutarama, Gikondo, Kicukiro
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
Accra | Osu, Nima, Madina, Jamestown, Labadi, Ashaiman
@ Senegal
Dakar, داكار | Médina, Plateau, Grand Yoff, Parcelles Assainies, Pikine, Almadies
@ Ivory Coast
Abidjan, أبيدجان | Cocody, Yopougon, Adjamé, Treichville, Marcory, Koumassi
@ Mali
Bamako | Hamdallaye, Badalabougou, Lafiabougou, Niaréla, Médina Coura, Korofina, Djélibougou, Banconi, Sabalibougou
@ Central Africa
Bangui | 
@ Burkina Faso
Ouagadougou | Gounghin, Tampouy, Dapoya, Zogona, Cissin, Pissy, Ouaga 2000, Karpala
@ Niger
Niamey | Boukoki, Plateau, Yantala, Gamkalé, Lazaret, Talladjé
@ Togo
Lomé, Lome | Bè, Tokoin, Nyékonakpoè, Agoè, Adidogomé, Kodjoviakopé
@ Benin
Cotonou | Akpakpa, Cadjèhoun, Fidjrossè, Ganhi, Gbégamey, Zongo
@ Cameroon
Douala | Akwa, Bonanjo, Bonabéri, Deïdo, New Bell, Bonapriso, Makepe, Logbessou
Yaoundé, Yaounde | Bastos, Mvog-Mbi, Essos, Biyem-Assi, Nkolbisson, Briqueterie, Mokolo, Mvan
@ South Africa
Johannesburg | Soweto, Sandton, Alexandra, Hillbrow, Diepsloot, Yeoville, Berea, Melville, Braamfontein
Cape Town, Le Cap | Khayelitsha, Gugulethu, Observatory, Woodstock
Durban | Umlazi, KwaMashu, Phoenix, Chatsworth, Inanda
@ Macedonia
Skopje, Скопје, Shkup, Shkupi, Üsküp, سكوبيه | Čair, Butel, Gazi Baba, Karpoš, Kisela Voda, Šuto Orizari, Gjorče Petrov, Aerodrom, Centar
Kumanovo, Куманово, Kumanovë | Goce Delčev, Karpoš, Zelen Rid, Perо Čičo, Bedinje, Sredorek
Bitola, Битола, Manastir | Bair, Brusnička, Karpoš
Ohrid, Охрид, Ohër | 
Tetovo, Тетово, Tetovë | Drenovec, Teke, Mala Rečica, Potok
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
Istanbul, اسطنبول, إسطنبول | Kadıköy, Beşiktaş, Üsküdar, Fatih, Şişli, Beyoğlu, Esenyurt, Bağcılar, Zeytinburnu, Sultangazi, Esenler, Kağıthane, Ümraniye, Ataşehir
Ankara, أنقرة | Çankaya, Altındağ, Keçiören, Mamak, Yenimahalle
@ France
Paris, باريس | Belleville, Montmartre, Marais, Ménilmontant, Batignolles, La Villette, Bercy, Passy, Bastille, République, Barbès, Goutte d'Or, Pigalle, Oberkampf, Bastille, Châtelet, Louvre, Reuilly, Vaugirard, Gobelins, Buttes-Chaumont, Ménilmontant, Élysée, Popincourt
Marseille, مرسيليا | Le Panier, La Joliette, Belle de Mai, Noailles, Belle de Mai, Endoume, Mazargues, L'Estaque, Castellane, La Busserine, Bonneveine, Cours Julien
Lyon, ليون | Croix-Rousse, Part-Dieu, Gerland, Vaise, Vénissieux, La Guillotière, Confluence, Monplaisir, Bellecour, La Duchère, Villeurbanne
Bordeaux | Chartrons, Bacalan, Saint-Michel, La Bastide, Caudéran, Les Aubiers
Toulouse | Le Mirail, Bellefontaine, Empalot, Reynerie, Saint-Cyprien, Minimes, Arnaud Bernard
Lille | Wazemmes, Moulins, Fives, Hellemmes, Lille-Sud, Vauban-Esquermes
Nantes | Bellevue, Malakoff, Dervallières, Bottière, Doulon, Chantenay
Dijon | Grésilles, Fontaine d'Ouche, Toison d'Or, Montchapet, Chevreul, Les Bourroches, Talant, Chenôve
Nice ville | 
Strasbourg | Neudorf, Hautepierre, Elsau, Meinau, Robertsau, Cronenbourg, Neuhof
Montpellier | La Paillade, Antigone, Boutonnet, Figuerolles, Mosson, Celleneuve
Grenoble | Villeneuve, Mistral, Teisseire, Île Verte, Europole, Berriat, Abbaye, Échirolles, Championnet, Saint-Bruno, Capuche, La Villeneuve
Rouen | Grammont, Grand'Mare, Châtelet, Saint-Sever, Sapins, Saint-Marc, Grieu, Les Hauts-de-Rouen, Sotteville, Saint-Clément, Lombardie
@ Belgium
Bruxelles, Brussels, Brussel, بروكسل | Molenbeek, Anderlecht, Ixelles, Schaerbeek, Etterbeek, Uccle, Saint-Gilles, Forest, Jette, Marolles, Matongé, Laeken, Evere, Ganshoren, Koekelberg
Antwerp, Antwerpen, Anvers | Borgerhout, Berchem, Deurne, Hoboken, Merksem, Linkeroever, Zurenborg, Luchtbal, Kiel, Stuivenberg
Gent, Ghent, Gand | Dampoort, Ledeberg, Sluizeken, Muide, Brugse Poort, Gentbrugge
Brugge, Bruges | 
@ Netherlands
Amsterdam | Jordaan, De Pijp, Bijlmer, De Baarsjes, Osdorp, Slotervaart, Geuzenveld, Oud-West, Watergraafsmeer
Rotterdam | Delfshaven, Feijenoord, Kralingen, Charlois, Crooswijk
Den Haag, The Hague | Scheveningen, Laak, Schilderswijk, Loosduinen, Segbroek, Escamp
@ Germany
Berlin, برلين | Kreuzberg, Neukölln, Friedrichshain, Pankow, Charlottenburg, Moabit, Tempelhof, Marzahn, Wedding, Spandau, Köpenick
Hamburg | Altona, St. Pauli, Harburg, Wandsbek, Eimsbüttel, Eppendorf, Barmbek-Nord, Billstedt, Wilhelmsburg, Ottensen, Sankt Pauli, Bergedorf, Winterhude
München, Munich | Schwabing, Sendling, Maxvorstadt, Giesing, Haidhausen, Neuperlach, Pasing, Moosach, Milbertshofen
Köln, Cologne | Ehrenfeld, Nippes, Mülheim, Kalk, Deutz, Lindenthal, Porz, Chorweiler
Frankfurt | Bornheim, Sachsenhausen, Gallus, Bockenheim, Nordend, Höchst
Leipzig | Connewitz, Plagwitz, Gohlis, Grünau, Reudnitz
Dresden | Neustadt, Gorbitz, Prohlis, Pieschen
Bremen | Gröpelingen, Vegesack, Walle, Neustadt, Schwachhausen, Osterholz, Viertel, Hemelingen, Blumenthal, Huchting
Stuttgart | Bad Cannstatt, Zuffenhausen, Feuerbach, Vaihingen, Degerloch, Hallschlag, Heslach, Untertürkheim, Möhringen
@ Austria
Wien, Vienna, Vienne | Leopoldstadt, Favoriten, Ottakring, Josefstadt, Floridsdorf, Simmering, Meidling, Donaustadt, Landstraße
@ Switzerland
Zürich, Zurich | Aussersihl, Wiedikon, Oerlikon, Altstetten, Schwamendingen, Wollishofen, Seebach
Genève, Geneva | Pâquis, Plainpalais, Eaux-Vives, Carouge, Jonction, Servette, Champel, Saint-Gervais, Grottes, Vernier, Charmilles, Onex, Lancy
@ United Kingdom
London, Londres, لندن | Hackney, Camden, Brixton, Islington, Croydon, Lambeth, Southwark, Lewisham, Brixton, Tottenham, Peckham, Whitechapel, Tower Hamlets, Southall, Walthamstow, Barking, Ealing
Manchester | Moss Side, Hulme, Fallowfield, Didsbury, Chorlton, Rusholme, Ancoats
Birmingham | Sparkbrook, Handsworth, Aston, Digbeth, Edgbaston, Small Heath, Bordesley
Liverpool | Toxteth, Anfield, Everton, Wavertree, Kirkdale, Walton
Leeds | Harehills, Headingley, Beeston, Chapeltown, Hunslet
Glasgow | Govan, Govanhill, Partick, Gorbals, Easterhouse, Pollokshields
Edinburgh | Leith, Morningside, Stockbridge, Gorgie, Portobello, Marchmont, Craigmillar, Wester Hailes, Muirhouse, Bruntsfield, Sighthill, Granton, Niddrie, Corstorphine
@ Spain
Madrid, مدريد | Lavapiés, Chamberí, Vallecas, Usera, Carabanchel, Tetuán, Malasaña, Chueca, Salamanca, Moratalaz, Hortaleza, Villaverde, Puente de Vallecas
Barcelona, Barcelone, برشلونة | Gràcia, Eixample, Raval, Sants-Montjuïc, Les Corts, Nou Barris, Sant Andreu, Sant Martí, Ciutat Vella, Horta-Guinardó, Poblenou
@ Portugal
Lisbon, Lisboa, Lisbonne | Alfama, Chiado, Bairro Alto, Benfica, Marvila, Mouraria
@ Italy
Rome, Roma, روما | Trastevere, Testaccio, Esquilino, Prati, San Lorenzo, Tor Bella Monaca, Pigneto
Milan, Milano | Navigli, Brera, Isola, Lambrate, Quarto Oggiaro, Corvetto
@ Czechia
Prague, Praha, Prag | Žižkov, Vinohrady, Malá Strana
@ Poland
Warsaw, Warszawa, Varsovie | Praga, Mokotów, Wola, Ursynów, Śródmieście, Żoliborz, Bemowo, Bielany, Ochota, Targówek, Ursus
Kraków, Krakow, Cracow | 
@ Hungary
Budapest | Józsefváros, Óbuda, Erzsébetváros, Ferencváros, Újpest, Csepel, Kőbánya, Zugló, Terézváros
@ Romania
Bucharest, Bucarest, București | 
@ Sweden
Stockholm | Södermalm, Rinkeby, Tensta, Östermalm, Husby, Kungsholmen, Farsta, Gamla Stan, Vasastan, Kista
@ Denmark
Copenhagen, København | Nørrebro, Vesterbro, Østerbro, Christianshavn, Amager, Valby, Vanløse, Frederiksberg
@ Norway
Oslo | Grünerløkka, Grønland, Tøyen, Frogner, Groruddalen, Holmlia, Stovner, Majorstuen, Sagene
@ Finland
Helsinki | 
@ Ireland
Dublin | Ballymun, Tallaght, Finglas, Rathmines, Stoneybatter, Ringsend, Clontarf, Phibsborough, Coolock, Drumcondra, Temple Bar, Cabra, Crumlin, Ballyfermot, Clondalkin, Dun Laoghaire, Liberties, Blanchardstown
@ Russia
Moscow, Moscou, موسكو | 
@ United States
New York, NYC, نيويورك | Harlem, Bronx, Brooklyn, Queens, Bushwick, Flatbush, SoHo, Bedford-Stuyvesant, Astoria, Jackson Heights, Crown Heights, Washington Heights, East Harlem, Sunset Park, Williamsburg, Flushing
Los Angeles, لوس أنجلوس | Venice, Watts, Echo Park, Silver Lake, Boyle Heights, Koreatown, Highland Park, Westlake, Hollywood, Van Nuys, Pacoima, Lincoln Heights
Chicago, شيكاغو | Englewood, Bucktown, Wicker Park, Logan Square, Hyde Park, Wrigleyville, Pullman, Uptown, Bridgeport, Loop, Rogers Park, Bronzeville
Denver, دنفر | Globeville, Montbello, Five Points, Athmar Park, Cheesman Park, Stapleton, Sunnyside, Whittier, Capitol Hill
San Francisco | Mission, Castro, Tenderloin, Bayview, Mission District, Outer Sunset, Haight Ashbury, Noe Valley, Excelsior, Potrero Hill, Nob Hill, Visitacion Valley
Houston | Third Ward, Sunnyside, Gulfton, Montrose, Sharpstown, Alief
Dallas | Oak Cliff, Deep Ellum, Pleasant Grove, Vickery Meadow
San Diego | City Heights, Barrio Logan, Hillcrest, North Park, Logan Heights
Philadelphia | Kensington, Fishtown, Germantown, Point Breeze, Strawberry Mansion, Manayunk
Boston | Roxbury, Dorchester, Mattapan, Jamaica Plain, Back Bay, South End, Charlestown, East Boston
Seattle | Ballard, Fremont, Capitol Hill, Rainier Beach, Beacon Hill, Columbia City, Georgetown
Atlanta | Buckhead, Vine City, English Avenue, Mechanicsville, Inman Park
Miami | Little Havana, Wynwood, Overtown
Detroit | Corktown, Brightmoor, Hamtramck, Mexicantown
Baltimore | Sandtown-Winchester, Fells Point, Hampden, Cherry Hill, Brooklyn
Portland | St. Johns, Lents, Sellwood, Alberta Arts, Kenton
New Orleans | Tremé, Bywater, Lower Ninth Ward, Marigny, Gentilly
Las Vegas | 
Phoenix Arizona | 
Washington DC, Washington D.C., Washington | Anacostia, Adams Morgan, Shaw, Georgetown, Columbia Heights
@ Canada
Toronto | Scarborough, Etobicoke, Regent Park, Jane and Finch, Rexdale, Kensington Market, Parkdale
Montréal, Montreal | Montréal-Nord, Saint-Michel, Parc-Extension, Hochelaga, Le Plateau, Verdun, Côte-des-Neiges
Vancouver | Strathcona, Kitsilano, Downtown Eastside, Mount Pleasant, Marpole, Shaughnessy, Kerrisdale, Grandview-Woodland
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
Perth | Fremantle, Northbridge, Subiaco, Joondalup, Mirrabooka, Armadale
Brisbane | Fortitude Valley, West End, South Bank, Inala, Woolloongabba, Paddington, Sunnybank, Toowong
@ India
Mumbai, Bombay | Dharavi, Andheri, Bandra, Colaba, Worli, Kurla, Dadar, Borivali, Goregaon, Malad, Bhandup
Delhi, New Delhi | Chandni Chowk, Karol Bagh, Shaheen Bagh, Jahangirpuri, Seelampur, Okhla
@ Pakistan
Karachi | Lyari, Orangi Town, Korangi, Clifton, Saddar, Malir, Landhi
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
Jakarta |
@ Syria
Lattaquié, Latakia, اللاذقية | Slaybeh, Sleibeh, Al Raml, Tabiyat, Mashrou al-Ziraa, Al Ziraa, الصليبة, الرمل الجنوبي, الطابيات, الأمريكان, مشروع الزراعة, بسنادا
Tartous, Tartus, طرطوس | 
Deraa, Daraa, درعا | 
Deir ez-Zor, دير الزور | Al Joura, Al Qusour, Al Jubaila, الجورة, القصور, الجبيلة, الحويقة
Hassaké, Hasakah, الحسكة | 
Palmyre, Palmyra, تدمر | 
@ Iraq
Najaf, النجف | Al Mishkhab, Al Amarah, Al Huwaish, Al Buraq, العمارة, الحويش, البراق, المشراق
Kerbala, Karbala, كربلاء | Bab Baghdad, Bab al-Khan, Al Abbasiya, باب بغداد, باب الخان, العباسية الشرقية, باب السلالمة
Falloujah, Fallujah, الفلوجة | 
Ramadi, الرمادي | 
Nasiriyah, الناصرية العراقية | 
Souleimaniye, Sulaymaniyah, السليمانية | 
@ Lebanon
Nabatieh, Nabatiyeh, النبطية | 
Batroun, البترون | 
Byblos, Jbeil, جبيل | 
@ Jordan Kingdom
Salt Jordan, مدينة السلط | 
Madaba, مأدبا | 
Karak, الكرك | 
Mafraq, المفرق الأردنية | 
@ Palestine
Djénine, Jenin, جنين | 
Bethléem, Bethlehem, بيت لحم | 
Tulkarem, طولكرم | 
Haïfa, Haifa, حيفا | Hadar, Wadi Nisnas, Carmel, Halisa, Neve Sha'anan, Kababir, German Colony, وادي النسناس, الهدار, الكبابير, الحليصة
Jaffa, Yafa, يافا | Ajami, Jabaliya, Noga, العجمي, الجبلية, المنشية
Tel Aviv, تل أبيب | Florentin, Neve Tzedek, Shapira, Hatikva, Ramat Aviv, Kerem HaTeimanim, Neve Sha'anan
@ Egypt
Mansoura, مدينة المنصورة | Toriel, Gedila, Al Mashaya, Sandoub, توريل, جديلة, المشاية, سندوب
Tanta, طنطا | 
Assiout, Asyut, أسيوط | 
Louxor, Luxor, الأقصر | 
Assouan, Aswan, أسوان | 
Ismaïlia, الإسماعيلية | Sheikh Zayed, Al Arayshia, المحطة الجديدة, عرايشية مصر, أبو عطوة, الشهداء
Damiette, Damietta, دمياط | 
Hurghada, الغردقة | 
Charm el-Cheikh, Sharm el-Sheikh, شرم الشيخ | 
@ Algeria
Béjaïa, Bejaia, بجاية | Ihaddaden, Sidi Ahmed, Amriw, Tizi, El Khemis, Dar Naceur, Aamriw, إحدادن, سيدي أحمد, عمريو
Tizi Ouzou, تيزي وزو | Nouvelle Ville, Boukhalfa, Oued Aissi, Tala Athmane, Rehahlia, بوخالفة, وادي عيسي
Batna, باتنة | Bouakal, Kechida, Parc à Fourrage, Hamla, بوعقال, كشيدة, حملة, تامشيط
Mostaganem, مستغانم | Tigditt, Salamandre, Kharouba, Tidjdit, تيجديت, صلامندر, خروبة
Ghardaïa, Ghardaia, غرداية | 
Biskra, بسكرة | 
Tamanrasset, تمنراست | 
@ Libya
Sabha, سبها | 
Zawiya, الزاوية الليبية | 
Syrte, سرت | 
Tobrouk, Tobruk, طبرق | 
Derna, درنة | 
@ Tunisia
Zarzis, جرجيس | 
Siliana, سليانة | 
Tataouine, تطاوين | 
Zaghouan, زغوان | 
Kébili, قبلي التونسية | 
Le Kef, الكاف | 
@ Morocco
Al Hoceima, الحسيمة | 
Berkane, بركان المغربية | 
Dakhla, الداخلة المغربية | 
Berrechid, برشيد | 
Khémisset, الخميسات | 
Guelmim, كلميم | 
Taroudant, تارودانت | 
Tiznit, تيزنيت | 
Ifrane, إفران | 
Ouezzane, وزان | 
@ Saudi Arabia
Dammam, الدمام | Al Faisaliyah, Al Shati, Al Badi, Al Noor, Al Jalawiyah, Al Adamah, Al Muraikabat, Uhud, الجلوية, العدامة, المريكبات, الشاطئ, البادية, الخضرية
Taïf, الطائف | Shihar, Al Hawiyah, Al Qumariyah, Al Shafa, Al Hada, شهار, الحوية, القمرية, الشرقية, قروى
Tabuk, تبوك | 
@ Emirates
Sharjah, Charjah, الشارقة | Al Nahda, Al Majaz, Al Qasimia, Rolla, Muwaileh, Al Khan, Al Taawun, المجاز, القاسمية, مويلح, النهدة, التعاون
Al Ain Emirats, العين الإماراتية | 
Ajman, عجمان | 
@ Yemen
Taez, Taiz, تعز | Al Qahirah, Al Mudhaffar, Salah, Al Hawban, المظفر, الحوبان, الجحملية
Hodeïda, Hodeidah, الحديدة | 
Marib, مأرب | 
@ Sudan
Omdourman, Omdurman, أم درمان | Ombada, Karari, Al Thawra, Abu Saad, Wad Nubawi, أمبدة, كرري, الثورة, أبو سعد, ود نوباوي, الموردة, بيت المال
Port-Soudan, Port Sudan, بورتسودان | 
El Fasher, الفاشر | 
@ Kenya
Malindi | 
Garissa | 
Machakos | 
Nyeri | 
Kitale | 
Kakamega | 
Naivasha | 
Meru | 
Kilifi | 
@ Tanzania
Mwanza | 
Tanga | 
@ Uganda
Entebbe | 
Gulu | 
Jinja | 
@ Nigeria
Ibadan | 
Port Harcourt | 
Kaduna | 
Maiduguri | 
@ Ghana
Kumasi | 
@ South Africa
Pretoria | 
Port Elizabeth | 
@ Senegal
Thiès | 
Saint-Louis du Sénégal | 
@ Mali
Tombouctou, Timbuktu | 
@ Ethiopia
Mekele | 
Bahir Dar | 
@ Eritrea
Asmara, أسمرة | 
@ Djibouti
Djibouti, جيبوتي | 
@ Zambia
Lusaka | 
@ Zimbabwe
Harare | 
@ Mozambique
Maputo | 
@ Angola
Luanda | 
@ Madagascar
Antananarivo | 
@ Gabon
Libreville | 
@ Guinea
Conakry | 
@ Chad
N'Djamena, نجامينا | 
@ Congo
Brazzaville | 
Goma | 
Lubumbashi | 
@ Macedonia
Kičevo, Кичево, Kërçovë | 
Kočani, Кочани | 
Gevgelija, Гевгелија | 
Struga, Струга | 
Debar, Дебар | 
@ Serbia
Novi Sad, Нови Сад | 
Niš, Ниш | 
@ Bosnia
Banja Luka | 
Mostar | 
Tuzla | 
@ Croatia
Split Croatia | 
Rijeka | 
Dubrovnik | 
@ Albania
Durrës, Durres | 
Vlorë, Vlora | 
Shkodër, Shkodra | 
@ Kosovo
Prizren | 
Mitrovica | 
Peja | 
Gjakova | 
@ Montenegro
Podgorica | 
@ Slovenia
Ljubljana | 
@ Bulgaria
Plovdiv | 
Varna | 
@ Turkey
Izmir, إزمير | Konak, Bornova, Karşıyaka, Alsancak, Buca, Basmane, Bayraklı
Bursa | 
Antalya, أنطاليا | 
Gaziantep, غازي عنتاب | 
Adana | 
Diyarbakır, ديار بكر | 
@ France
Ville de Nice, نيس | 
Rennes | Villejean, Maurepas, Le Blosne, Cleunay, Bréquigny, Beaulieu, Thabor, Sainte-Thérèse, Colombier, Saint-Hélier, Francisco-Ferrer, Patton
Reims | Croix-Rouge, Orgeval, Wilson, Murigny, Croix du Sud, Les Châtillons, Cernay, Clairmarais, Europe
Le Havre | Caucriauville, Mont-Gaillard, Sanvic, Graville, Saint-Vincent, Eure, Bléville, Les Neiges, Danton, Rouelles
Saint-Étienne | Montreynaud, Côte-Chaude, Bellevue, Tarentaize, Le Soleil, La Cotonne, Fauriel, Carnot, La Métare, Terrenoire, Bergson
Toulon | Le Mourillon, La Rode, Saint-Jean-du-Var, Pont du Las, La Beaucaire, Sainte-Musse, Siblas, Cap Brun, Les Routes
Nîmes | Pissevin, Valdegour, Chemin-Bas d'Avignon, Mas de Mingue, Gambetta, Richelieu, Courbessac, Ville Active
Aix-en-Provence | Jas de Bouffan, Mazarin, Encagnane, Puyricard, Les Milles, Luynes, Corsy, Beisson, Val Saint-André
Clermont-Ferrand | Croix-de-Neyrat, La Gauthière, Montferrand, Saint-Jacques, Jaude, Champratel, Les Vergnes, Fontgiève
Brest | Recouvrance, Bellevue, Pontanézen, Kerourien, Saint-Martin, Lambézellec, Siam, Europe, Quatre Moulins, Saint-Marc, Kérédern
Limoges | Beaubreuil, Val de l'Aurence, La Bastide, Montplaisir, Landouge, Vigenal
Amiens | Étouvie, Saint-Leu, Pigeonnier, Henriville, Saint-Acheul, Saint-Maurice, Amiens Nord
Perpignan | Saint-Jacques, Saint-Mathieu, Haut-Vernet, Moulin à Vent, Bas-Vernet, Le Vernet, Saint-Assiscle, Saint-Gaudérique, La Lunette
Metz | Borny, Sablon, Queuleu, Bellecroix, Patrotte, Devant-les-Ponts, Plantières, Nouvelle-Ville, Outre-Seille
Besançon | Planoise, Battant, Montrapon, Palente, Clairs-Soleils, La Butte, Saint-Claude, Chaprais
Orléans | La Source, Argonne, Les Blossières, Madeleine, Saint-Marceau, Dunois, Bourgogne
Mulhouse | Coteaux, Drouot, Bourtzwiller, Dornach, Rebberg, Fonderie, Franklin, Cité
Caen | Hérouville, Guérinière, Grâce de Dieu, Calvaire Saint-Pierre, Chemin Vert, Vaucelles, Pierre-Heuzé, Folie-Couvrechef
Nancy France | 
Roubaix | Alma, Trois-Ponts, Épeule, Pile, Hommelet, Cul de Four, Barbieux, Fresnoy
Avignon | Monclar, Rocade, Saint-Chamand, Grange d'Orel, Intra-Muros, Barthelasse, Reine Jeanne, Montfavet, Champfleury
@ Belgium
Liège, Luik | Outremeuse, Droixhe, Seraing, Herstal, Guillemins, Sainte-Marguerite, Saint-Léonard, Angleur, Grivegnée, Bressoux, Cointe, Sclessin, Rocourt, Laveu
Charleroi | Marchienne-au-Pont, Gilly, Jumet, Dampremy, Marcinelle, Mont-sur-Marchienne, Couillet, Gosselies, Montignies-sur-Sambre, Ransart, Lodelinsart, Roux
Namur | Salzinnes, Jambes, Saint-Servais, Bomel, Saint-Marc, Belgrade, Vedrin, Erpent
Leuven, Louvain | Kessel-Lo, Heverlee, Wilsele, Wijgmaal
Mechelen, Malines | 
Oostende, Ostende | 
Mons Belgique | 
Hasselt | 
@ Netherlands
Utrecht | Kanaleneiland, Overvecht, Lombok, Zuilen, Leidsche Rijn, Wittevrouwen, Hoograven, Lunetten, Oog in Al
Eindhoven | Woensel, Strijp, Gestel, Stratum, Tongelre
Groningen | 
Tilburg | 
Breda | 
Nijmegen | 
Maastricht | 
@ Luxembourg
Luxembourg | Gare, Bonnevoie, Kirchberg, Limpertsberg, Grund, Clausen, Belair, Hollerich, Gasperich, Cents, Merl, Pfaffenthal
@ Germany
Düsseldorf | Bilk, Oberbilk, Flingern, Pempelfort, Garath, Eller, Unterbilk, Derendorf, Rath, Oberkassel
Dortmund | Nordstadt, Hörde, Dorstfeld, Scharnhorst, Hombruch, Eving, Aplerbeck, Mengede
Essen Ruhr | 
Duisburg | 
Hannover, Hanover | Linden, Vahrenwald, List, Mühlenberg, Sahlkamp, Südstadt, Ricklingen, Stöcken
Nürnberg, Nuremberg | 
Chemnitz | 
Magdeburg | 
Rostock | 
Potsdam | 
Erfurt | 
Mannheim | 
Karlsruhe | 
Freiburg | 
Solingen | 
Bochum | 
Wuppertal | 
Bielefeld | 
Münster | 
Augsburg | 
Kassel | 
Mainz | 
Hanau | 
Cottbus | 
Jena | 
Halle an der Saale | 
@ Austria
Graz | 
Linz | 
Salzburg | 
Innsbruck | 
@ Switzerland
Bern, Berne | Bümpliz, Länggasse, Lorraine, Breitenrain, Mattenhof, Bethlehem, Kirchenfeld, Matte
Basel, Bâle | Kleinbasel, Gundeldingen, St. Johann, Klybeck, Kleinhüningen, Matthäus, Bachletten
Lausanne | Flon, Ouchy, Bellevaux, Sallaz, Sous-Gare, Maupas, Malley, Chailly, Boisy, Montelly
@ United Kingdom
Bristol | Easton, St Pauls, Clifton, Bedminster, Southmead, Hartcliffe, Knowle West, Stokes Croft, Fishponds, Horfield, Redland, Montpelier, Brislington, Lawrence Hill
Sheffield | Burngreave, Page Hall, Heeley, Hillsborough, Nether Edge, Walkley, Crookes, Darnall, Sharrow, Manor, Attercliffe, Gleadless, Broomhill, Firth Park
Newcastle | Byker, Jesmond, Gosforth, Heaton, Fenham, Elswick, Benwell, Ouseburn, Walker, Arthur's Hill, Kenton, Scotswood
Nottingham | Hyson Green, St Ann's, Lenton, Sneinton, Radford, Bulwell, Clifton, The Meadows, Forest Fields, Mapperley, Basford, Wollaton, Sherwood
Leicester | Highfields, Belgrave, Evington, St Matthews, Clarendon Park, Braunstone, Beaumont Leys, Spinney Hills, Stoneygate, Aylestone, North Evington, Westcotes
Bradford | Manningham, Girlington, Little Horton, Great Horton, Heaton, Holme Wood, Bradford Moor, Toller, Eccleshill, Buttershaw, Wibsey, Barkerend
Cardiff | Splott, Grangetown, Butetown, Ely, Canton, Roath, Cathays, Riverside, Cardiff Bay, Llanrumney, Adamsdown, Pontcanna, Tremorfa, Fairwater
Belfast | Falls, Shankill, Ormeau, Ardoyne, Sandy Row, Short Strand, Andersonstown, Holylands, Ballymurphy, Stranmillis, Malone, Titanic Quarter, New Lodge, Ballymacarrett, Lisburn Road
Southampton | Shirley, Portswood, St Marys, Millbrook, Bitterne, Woolston, Highfield, Bevois Valley, Swaythling
Brighton | Hove, Kemptown, Moulsecoomb, Hanover, Whitehawk, Preston Park, Hollingbury, Hollingdean, North Laine
Coventry | Foleshill, Hillfields, Earlsdon, Tile Hill, Willenhall, Wood End, Radford, Stoke, Canley, Holbrooks
Rotherham | 
Southport | 
Aberdeen | Torry, Tillydrone, Northfield, Rosemount, Mastrick, Old Aberdeen, Footdee, Kittybrewster
Plymouth | Devonport, Stonehouse, Mutley, Plympton, Stoke, Whitleigh, Efford, Plymstock, Keyham
Luton | Bury Park, Marsh Farm, Leagrave, Stopsley, Farley Hill, Lewsey, Dallow
Oldham | Glodwick, Werneth, Coldhurst, Chadderton, Royton, Hollinwood, Shaw
Wolverhampton | Whitmore Reans, Bilston, Wednesfield, Heath Town, Tettenhall, Penn, Low Hill, Blakenhall
@ Ireland
Cork City | 
Limerick | 
Galway | 
@ Spain
Séville, Sevilla, Seville | 
Valence, Valencia | 
Málaga, Malaga | 
Bilbao | 
Zaragoza, Saragosse | 
Ceuta, سبتة | 
Melilla, مليلية | 
@ Portugal
Porto | 
@ Italy
Naples, Napoli | 
Turin, Torino | 
Palerme, Palermo | 
Bologne, Bologna | 
Firenze | 
Venise, Venezia | 
Gênes, Genova, Genoa | 
Lampedusa | 
@ Poland
Gdańsk, Gdansk | 
Wrocław, Wroclaw | 
Łódź, Lodz | 
@ Sweden
Malmö, Malmo | 
Göteborg, Gothenburg | 
@ Denmark
Aarhus | 
@ Norway
Bergen | 
@ Ukraine
Kiev, Kyiv, كييف | 
Kharkiv | 
Odessa, Odesa | 
Lviv | 
Mariupol | 
@ Belarus
Minsk | 
@ Lithuania
Vilnius | 
@ Latvia
Riga | 
@ Estonia
Tallinn | 
@ Russia
Saint Petersburg, Saint-Pétersbourg | 
Kazan | 
@ Georgia Country
Tbilisi | 
@ Armenia
Yerevan | 
@ Azerbaijan
Baku, Bakou | 
@ Iran
Isfahan, Ispahan | 
Mashhad | 
Shiraz | 
Tabriz | 
@ Pakistan
Islamabad | 
Peshawar | 
Quetta | 
Rawalpindi | 
@ India
Bangalore, Bengaluru | 
Chennai | 
Kolkata, Calcutta | 
Hyderabad | 
Ahmedabad | 
Lucknow | 
@ Sri Lanka
Colombo | 
@ Nepal
Kathmandu, Katmandou | 
@ Myanmar
Yangon, Rangoon | 
@ Thailand
Bangkok | 
@ Vietnam
Hanoi | 
Saigon | 
@ Malaysia
Kuala Lumpur | 
@ South Korea
Seoul, Séoul | 
@ Japan
Osaka | 
Kyoto | 
@ China
Shanghai | 
Guangzhou | 
Wuhan | 
@ Taiwan
Taipei | 
@ United States
Austin Texas | Zilker, Mueller, Hyde Park, Dove Springs, Rundberg, Riverside, Clarksville
Columbus Ohio | Linden, Hilltop, Clintonville, Franklinton, German Village
Minneapolis | Phillips, Cedar Riverside, Powderhorn Park, Longfellow, Near North, Whittier
Cleveland Ohio | Tremont, Ohio City, Hough, Glenville, Slavic Village, Collinwood
Pittsburgh | Hill District, Squirrel Hill, Lawrenceville, Homewood, Oakland
Milwaukee | Sherman Park, Bay View, Walker's Point, Harambee, Riverwest
Oakland | Fruitvale, Temescal, Rockridge, Chinatown, Piedmont, Laurel, Dimond, Adams Point
San Jose | 
San Antonio | 
Fort Worth | 
Memphis | 
Nashville | 
Louisville | 
Cincinnati | Over-the-Rhine, Avondale, Price Hill, Walnut Hills, Mount Auburn
St. Louis Missouri | 
Kansas City | Westport, Blue Hills, Ivanhoe, Brookside, Waldo
Indianapolis | 
Charlotte NC, Charlotte North Carolina | 
Raleigh | 
Tampa | 
Orlando | 
Sacramento | 
Fresno | 
Tucson | 
Albuquerque | 
Salt Lake City | 
Omaha | 
Tulsa | 
Buffalo NY | 
Rochester NY | 
Honolulu | 
Anchorage | 
El Paso | 
Boulder Colorado | 
Colorado Springs | 
Fort Collins | 
Pueblo Colorado | 
Brooklyn | 
The Bronx | 
Staten Island | 
Manhattan | 
Newark | 
Jersey City | 
@ Canada
Ottawa | ByWard Market, The Glebe, Vanier, Hintonburg, Sandy Hill, Kanata, Orleans, Centretown, Overbrook, Westboro
Calgary | Kensington, Beltline, Inglewood, Forest Lawn, Bridgeland, Mission, Marda Loop
Edmonton | Strathcona, Mill Woods, Alberta Avenue, McCauley, Garneau, Oliver, Boyle Street
Winnipeg | North End, West End, Osborne Village, St. Boniface, Transcona, The Forks, Wolseley
Halifax | 
Ville de Québec, Quebec City | Saint-Roch, Limoilou, Saint-Sauveur, Montcalm, Beauport, Charlesbourg, Sainte-Foy, Saint-Jean-Baptiste, Duberger
@ Mexico
Guadalajara | 
Monterrey | 
Tijuana | 
Ciudad Juárez | 
@ Brazil
Salvador de Bahia | 
Brasília, Brasilia | 
Belo Horizonte | 
Recife | 
Fortaleza | 
Porto Alegre | 
@ Argentina
Rosario Argentina | 
Córdoba Argentina | 
@ Chile
Santiago de Chile | 
Valparaíso | 
@ Venezuela
Caracas | 
@ Colombia
Medellín, Medellin | 
@ Ecuador
Quito | 
Guayaquil | 
@ Cuba
La Havane, Havana | 
@ Haiti
Port-au-Prince | 
@ Australia
Adelaide | 
Canberra | 
@ New Zealand
Auckland | 
Wellington City | 
Christchurch |`;

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
