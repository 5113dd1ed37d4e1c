{{%AUTOESCAPE context="HTML"}}[[include:record/_figure.tpl]]
